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
];
