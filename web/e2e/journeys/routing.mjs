import { equal, holds, until } from '../report.mjs';
import { toast } from './world.mjs';

/** A team with nobody, a team that can help it, two customers, and a ticket of each with the team that has nobody. */
async function twoTeams(call) {
  const corner = await call('POST', '/api/v1/queues', { name: 'Quiet corner', assignment: 'pull', hands_out_below: 5 });
  const helpers = await call('POST', '/api/v1/queues', { name: 'Busy helpers', assignment: 'pull', hands_out_below: 5 });
  const helper = await call('POST', '/api/v1/agents', { name: 'Hanna Helper', email: 'hanna@nordhafen.example', queues: [helpers.id], languages: ['en', 'de', 'pl'], capacity: 9 });
  const tickets = [];
  for (const name of ['Frieda Far', 'Norbert Near']) {
    const customer = await call('POST', '/api/v1/customers', { name, email: `${name.split(' ')[0].toLowerCase()}@apart.example` });
    tickets.push(await call('POST', '/api/v1/tickets', { subject: `Something of ${name}`, text: 'It does not work any more.', queue: corner.id, customer: { id: customer.id } }));
  }
  return { corner, helper, tickets };
}

async function choose(page, label, words) {
  const box = page.getByRole('combobox', { name: label });
  await box.fill(words);
  await page.getByRole('option', { name: words }).first().waitFor();
  await box.press('Enter');
}

export const routing = [
  [
    'a_team_helps_after_a_while_and_who_is_kept_apart_gets_nothing',
    async ({ open, call }) => {
      const { corner, helper, tickets } = await twoTeams(call);
      const [far, near] = tickets;
      const page = await open({ path: '/settings/routing' });
      const row = page.locator('main').getByRole('link', { name: /Quiet corner/ });
      await row.click();
      await page.waitForURL(`**/settings/routing/${corner.id}`);
      await page.getByRole('button', { name: 'Add a team that helps' }).click();
      const step = page.locator('ol li').first();
      await step.locator('select').selectOption({ label: 'Busy helpers' });
      await step.locator('input').fill('1');
      await page.locator('section li', { hasText: 'After 1 minute the people of Busy helpers' }).waitFor();
      await page.locator('button[type=submit]').click();
      await toast(page, 'Saved').waitFor();
      await page.goto('/settings/routing');
      holds((await row.textContent()).includes('After 1 minute'), 'the rule in words');

      await choose(page, 'Person', helper.name);
      await choose(page, 'Customer', 'Frieda Far');
      await page.getByLabel('Reason').fill('They are neighbours in a quarrel.');
      await page.getByRole('button', { name: 'Keep apart', exact: true }).click();
      await page.locator('main li', { hasText: 'Hanna Helper gets no tickets of Frieda Far' }).waitFor();

      const owner = async ({ id }) => (await call('GET', `/api/v1/tickets/${id}`)).agent?.id ?? null;
      equal(await owner(near), null, 'nobody helps before the time');
      await until(async () => (await owner(near)) === helper.id, 'the helper has the ticket', 150);
      equal(await owner(far), null, 'who is kept apart gets nothing');
      await page.getByRole('button', { name: /Keep Hanna Helper and Frieda Far apart no longer/ }).click();
      await until(async () => (await owner(far)) === helper.id, 'given once it was lifted', 90);
    },
  ],
  [
    'a_call_weighs_more_than_a_mail_and_who_may_have_how_many',
    async ({ open, call }) => {
      const person = await call('POST', '/api/v1/agents', { name: 'Ursel Units', email: 'ursel@nordhafen.example', capacity: 9 });
      const page = await open({ path: '/settings/routing' });
      const weights = page.getByRole('form', { name: 'What tickets weigh' });
      await weights.getByLabel('Phone').fill('0');
      await weights.locator('button[type=submit]').click();
      await weights.getByText('A ticket takes at least 1 unit.').waitFor();
      await weights.getByLabel('Phone').fill('4');
      await weights.locator('button[type=submit]').click();
      await toast(page, 'Saved').waitFor();
      equal((await call('GET', '/api/v1/routing-rules')).units.phone, 4, 'the weight');

      await page.goto(`/settings/agents/${person.id}`);
      const limits = page.getByRole('group', { name: 'Of one channel at once, at most' });
      await limits.getByLabel('Phone').fill('2');
      await page.getByText('Open work at once, at most').waitFor();
      await page.locator('button[type=submit]').first().click();
      await toast(page, 'Saved').waitFor();
      equal(JSON.stringify((await call('GET', `/api/v1/agents/${person.id}`)).channel_limits), '{"phone":2}', 'the limit');
      await call('PATCH', '/api/v1/routing-rules', { units: { phone: 1 } });
    },
  ],
  [
    'who_is_kept_apart_is_refused_in_the_language_of_the_reader',
    async ({ open, call }) => {
      const person = await call('POST', '/api/v1/agents', { name: 'Anton Apart', email: 'anton@nordhafen.example' });
      const customer = await call('POST', '/api/v1/customers', { name: 'Klara Kept', email: 'klara@apart.example' });
      const ticket = await call('POST', '/api/v1/tickets', { subject: 'Something of Klara', text: 'It does not work.', customer: { id: customer.id } });
      await call('POST', '/api/v1/blocked-pairs', { agent: person.id, customer: customer.id, reason: 'They are married.' });
      const page = await open();
      await page.evaluate(() => localStorage.setItem('lang', 'de'));
      await page.goto(`/inbox/all/${ticket.id}`);
      await page.getByRole('heading', { name: 'Something of Klara' }).waitFor();
      await page.keyboard.press('a');
      await page.keyboard.type('Anton Apart');
      await page.getByRole('option', { name: 'Anton Apart' }).waitFor();
      await page.keyboard.press('Enter');
      await toast(page, 'Anton Apart bekommt keine Tickets dieses Kunden').waitFor();
    },
  ],
  [
    'a_public_holiday_is_worked_and_christmas_eve_closes_at_noon',
    async ({ open, call }) => {
      const week = Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => [day, [['09:00', '17:00']]]));
      const calendar = await call('POST', '/api/v1/calendars', { name: 'Worked', time_zone: 'UTC', week, regions: ['de-be'], holidays: [{ date: '2030-12-24', name: 'Eve' }] });
      const page = await open({ path: `/settings/calendars/${calendar.id}` });
      const worked = page.getByLabel('Add a day that is worked');
      await worked.locator('option').nth(1).waitFor({ state: 'attached' });
      await worked.selectOption({ index: 1 });
      await page.getByLabel('How much of Eve is closed').selectOption('part');
      await page.locator('button[type=submit]').first().click();
      await toast(page, 'Saved').waitFor();
      const saved = await call('GET', `/api/v1/calendars/${calendar.id}`);
      equal(saved.worked.length, 1, 'the day that is worked');
      equal(JSON.stringify(saved.holidays[0].closed), '["12:00","24:00"]', 'the part that is closed');
    },
  ],
];
