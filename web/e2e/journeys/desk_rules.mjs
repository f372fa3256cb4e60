import { equal, holds, until } from '../report.mjs';
import { openTicket, toast } from './world.mjs';

const choose = (page, label, option) => page.getByLabel(label, { exact: true }).selectOption({ label: option });

export const deskRules = [
  [
    'a_macro_is_written_used_by_keyboard_and_taken_back_as_one',
    async ({ open, mailIn, call, sink }) => {
      const page = await open({ path: '/settings/macros/new' });
      await page.locator('input[name=name]').fill('Toner is on its way');
      await page.getByRole('button', { name: 'Add change' }).click();
      await choose(page, 'Status', 'Solved');
      await choose(page, 'Answer', 'Words of its own');
      await page.locator('textarea[lang=en]').fill('Hello ');
      await page.getByLabel('Placeholder in English').selectOption('customer.first_name');
      await page.locator('textarea[name=note]').fill('Toner for {{ticket.id}}');
      await page.getByRole('button', { name: 'Add macro' }).click();
      await page.waitForURL(/\/settings\/macros\/\d+/);

      const ticket = await mailIn({ subject: 'No toner left' });
      await page.goto('/inbox/all');
      await openTicket(page, ticket);
      const read = () => call('GET', `/api/v1/tickets/${ticket.id}`);
      await page.keyboard.press('m');
      await page.keyboard.type('toner');
      await page.keyboard.press('Enter');
      await page.locator('article', { hasText: 'Hello Grace' }).waitFor();
      await page.locator('article[data-kind=note]', { hasText: `Toner for ${ticket.id}` }).waitFor();
      equal((await read()).status, 'solved', 'the status');
      await page.locator('text=used the macro “Toner is on its way”').waitFor();

      await toast(page, 'Done: Toner is on its way').getByRole('button', { name: /Undo/ }).click();
      await until(async () => (await read()).status === ticket.status, 'the old status');
      equal((await read()).articles.length, 1, 'messages that are left');
      await page.locator('article', { hasText: 'Hello Grace' }).waitFor({ state: 'detached' });
      holds(!sink.mails.some((each) => each.text.includes('Hello Grace')), 'the answer went out all the same');
    },
  ],
  [
    'the_audit_list_tells_of_a_changed_queue',
    async ({ open, call }) => {
      const queue = await call('POST', '/api/v1/queues', { name: 'Before the change' });
      const page = await open({ path: `/settings/queues/${queue.id}` });
      await page.locator('input[name=name]').fill('After the change');
      await page.locator('button[type=submit]').click();
      await toast(page, 'Saved').waitFor();
      await page.goto('/settings/audit');
      await page.locator('select[name=object]').selectOption({ label: 'Queues' });
      const line = page.locator('li', { hasText: 'Ada Admin changed the queue “Before the change”' });
      await line.waitFor();
      await line.locator('summary').click();
      await line.locator('tr', { hasText: 'Name' }).getByText('After the change').waitFor();
      await line.getByText('127.0.0.1').waitFor();
      equal(await page.locator('li', { hasText: 'Ada Admin signed in' }).count(), 0, 'sign-ins among the queues');
    },
  ],
];
