import { equal, holds, until } from '../report.mjs';
import { toast } from './world.mjs';

const FIELDS = [1, 2, 3, 4];
const subject = (page) => page.locator('article h2');
const legend = (page) => page.locator('fieldset legend span').first();

export const labels = [
  [
    'tickets_are_labelled_with_two_keys_each_and_one_is_taken_back',
    async ({ open, mailIn, call }) => {
      // For a moment every ticket is decided blind.
      for (const field of FIELDS) await call('PATCH', `/api/v1/gate/${field}`, { audit_share: 1 });
      // Plain words, so that triage has a label to hide whatever the story of this hour has taught it.
      const text = 'Good morning,\nthe printer on our floor does not print: every page jams, and the toner is low.\nGrace';
      const ticket = await mailIn({ subject: 'Decide me blind', text });
      await until(async () => (await call('GET', `/api/v1/tickets/${ticket.id}`)).blind_fields.includes('category'), 'a blind ticket');
      for (const field of FIELDS) await call('PATCH', `/api/v1/gate/${field}`, { audit_share: 0.1 });
      const page = await open({ path: '/labels' });
      await subject(page).waitFor();
      // Others of the story come first; they are skipped.
      for (let i = 0; i < 60 && (await subject(page).textContent()) !== 'Decide me blind'; i += 1) {
        const before = await page.locator('article a').first().textContent();
        await page.keyboard.press('s');
        await page.locator('article a', { hasNotText: new RegExp(`^${before}$`) }).first().waitFor();
      }
      equal(await subject(page).textContent(), 'Decide me blind', 'the ticket in hand');
      holds(!(await page.locator('fieldset').textContent()).includes('%'), 'a confidence is shown of a blind ticket');
      const fields = [];
      for (let left = 4; left > 0; left -= 1) {
        fields.push(await legend(page).textContent());
        await page.keyboard.press('1');
        await page.locator('input:checked').waitFor();
        await page.keyboard.press('Enter');
        if (left > 1) await page.locator('fieldset legend span', { hasNotText: fields.at(-1) }).waitFor();
      }
      equal(new Set(fields).size, 4, 'different fields');
      const decided = await until(async () => {
        const detail = await call('GET', `/api/v1/tickets/${ticket.id}`);
        return detail.category && detail.blind_fields.length === 0 && detail;
      }, 'decided on the server');
      const was = decided[{ Category: 'category', Type: 'type', Impact: 'impact', Urgency: 'urgency' }[fields.at(-1)]];
      holds(was, 'a value of the last field');
      await page.keyboard.press('z');
      await subject(page).filter({ hasText: 'Decide me blind' }).waitFor();
      equal(await legend(page).textContent(), fields.at(-1), 'the field that was taken back');
    },
  ],
  [
    'two_people_never_label_the_same_ticket',
    async ({ open, mailIn, call, person }) => {
      for (const field of FIELDS) await call('PATCH', `/api/v1/gate/${field}`, { audit_share: 1 });
      for (const n of [1, 2]) await mailIn({ subject: `Blind pair ${n}` });
      for (const field of FIELDS) await call('PATCH', `/api/v1/gate/${field}`, { audit_share: 0.1 });
      const one = await open({ path: '/labels' });
      const other = await open({ path: '/labels', who: person('lotte') });
      const number = (page) => page.locator('article a').first().textContent();
      await Promise.all([one, other].map((page) => subject(page).waitFor()));
      holds((await number(one)) !== (await number(other)), 'both have the same ticket');
    },
  ],
  [
    'labels_of_triage_go_back_as_one_and_come_again',
    async ({ open, call }) => {
      const page = await open({ path: '/settings/gate' });
      await page.locator('select[name=field]').selectOption({ label: 'Type' });
      await page.locator('input[name=from]').fill('2020-01-01T00:00');
      await page.getByRole('button', { name: 'See how many' }).click();
      const says = page.getByRole('status').filter({ hasText: 'would go back' });
      await says.waitFor();
      const count = Number(/([\d,.]+) labels? would/.exec(await says.textContent())[1].replace(/\D/g, ''));
      holds(count > 0, 'nothing to take back');
      await page.getByRole('button', { name: 'Take back' }).click();
      const starts = page.waitForResponse((each) => each.url().endsWith('/api/v1/label-undo') && each.request().method() === 'POST');
      await page.locator('dialog[open]').getByRole('button', { name: 'Take back' }).click();
      const job = await (await starts).json();
      await toast(page, 'Taken back').waitFor({ timeout: 60_000 });
      const preview = () => call('GET', '/api/v1/label-undo?field=type&from=2020-01-01T00:00:00Z');
      await until(async () => (await preview()).labels === 0, 'nothing left', 60);
      const reverses = page.waitForResponse((each) => each.url().endsWith(`/api/v1/bulk/${job.id}/reversal`));
      await toast(page, 'Taken back').getByRole('button', { name: /Undo/ }).click();
      const back = await (await reverses).json();
      await until(async () => (await call('GET', `/api/v1/jobs/${back.id}`)).state === 'done', 'the labels are there again');
      const list = (await call('GET', '/api/v1/audit?limit=50')).items;
      holds(list.some((entry) => entry.action === 'start_label_undo'), 'the undo in the audit list');
    },
  ],
  [
    'an_older_model_serves_again',
    async ({ open, call }) => {
      const before = await call('GET', '/api/v1/models');
      const older = before.items.find((model) => model.is_kept && !model.is_serving);
      const page = await open({ path: '/settings/models' });
      await page.locator('svg[role=img]').waitFor();
      await page.getByRole('button', { name: 'As a table' }).click();
      await page.getByRole('row', { name: /\d+ tickets? \d+%/ }).first().waitFor();
      const back = page.getByRole('button', { name: /Go back to it/ });
      if (!older) {
        // The story has fitted one good model only: there is nothing to go back to, and the page must not offer it.
        equal(await back.count(), 0, 'ways back');
        await page.getByRole('row').filter({ hasText: before.serving }).filter({ hasText: 'Serves' }).first().waitFor();
        return;
      }
      await back.first().click();
      await page.locator('dialog[open]').getByRole('button', { name: 'Go back to it' }).click();
      await until(async () => (await call('GET', '/api/v1/models')).serving === older.version, 'the older one serves');
      await page.getByRole('row').filter({ hasText: older.version }).filter({ hasText: 'Serves' }).waitFor();
    },
  ],
];
