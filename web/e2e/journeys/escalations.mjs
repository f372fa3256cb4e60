import { equal, holds, until } from '../report.mjs';
import { toast } from './world.mjs';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const target = { first_reply_minutes: 1, solution_minutes: 60 };

/** A ticket whose first reply is due in a minute: its warning comes after a second. */
async function hurried(call) {
  const calendar = await call('POST', '/api/v1/calendars', { name: 'All hours', time_zone: 'UTC', holidays: [], week: Object.fromEntries(DAYS.map((day) => [day, [['00:00', '24:00']]])) });
  const policy = await call('POST', '/api/v1/policies', { name: 'In a hurry', calendar: calendar.id, targets: { low: target, normal: target, high: target, urgent: target } });
  await call('POST', '/api/v1/organizations', { name: 'Hurried Ltd', domains: ['hurried.example'], policy: policy.id });
  const queue = await call('POST', '/api/v1/queues', { name: 'In a hurry' });
  await call('PATCH', '/api/v1/settings', { warn_at_percent: 1 });
  return { queue: queue.id, customer: { email: 'harriet@hurried.example', name: 'Harriet Hurried' } };
}

export const escalations = [
  [
    'a_chain_calls_a_person_who_looks_after_it_by_key',
    async ({ open, call }) => {
      const kind = await hurried(call);
      const page = await open({ path: '/settings/escalation-chains/new' });
      await page.locator('input[name=name]').fill('Hurry');
      const rungs = page.locator('ol li');
      await rungs.nth(0).locator('input[type=number]').fill('1');
      await rungs.nth(0).locator('select').first().selectOption('agent');
      await rungs.nth(0).locator('select').nth(1).selectOption({ index: 1 });
      await page.getByText('Default of the desk').click();
      await page.getByText('Round the clock', { exact: true }).click();
      await page.locator('section li', { hasText: 'At 1 %' }).waitFor();
      await page.locator('section li', { hasText: 'At once' }).waitFor();
      await page.locator('button[type=submit]').click();
      await page.waitForURL(/escalation-chains\/\d+/);
      const made = await call('POST', '/api/v1/tickets', { subject: 'The server room burns', text: 'Come at once.', ...kind });
      await until(async () => (await call('GET', `/api/v1/tickets/${made.id}/escalations`)).items.length > 0, 'an escalation');
      await call('PATCH', '/api/v1/settings', { warn_at_percent: 80 });
      await page.goto('/escalations');
      await page.getByRole('button', { name: /All open/ }).click();
      const row = page.locator('main li', { hasText: 'The server room burns' }).first();
      await row.waitFor();
      holds((await row.textContent()).includes('by name'), 'who was told');
      await row.focus();
      await page.keyboard.press('a');
      await toast(page, `You look after ticket ${made.id}`).waitFor();
      await until(async () => (await page.evaluate(() => document.activeElement.tagName)) !== 'BODY', 'the keyboard to go on');
      const after = await until(async () => (await call('GET', `/api/v1/tickets/${made.id}/escalations`)).items.find((one) => one.state === 'acknowledged'), 'acknowledged');
      equal(after.next_at, null, 'nobody else is called');
      await page.goto('/watch');
      await page.locator('main li', { hasText: 'The server room burns' }).first().waitFor();
      for (const chain of (await call('GET', '/api/v1/escalation-chains')).items) await call('DELETE', `/api/v1/escalation-chains/${chain.id}`);
    },
  ],
];
