import { PASSWORD } from '../desk.mjs';
import { equal, until } from '../report.mjs';
import { BEN, toast } from './world.mjs';

/** A page whose mouse is locked away: whoever uses it here has failed. */
const withoutMouse = (page) =>
  page.addInitScript(() => {
    for (const name of ['pointerdown', 'mousedown']) addEventListener(name, (event) => event.isTrusted && console.error('a mouse was used'), true);
  });

export const day = [
  [
    'a_working_day_passes_with_keys_alone',
    async ({ visitor, mailIn, call }) => {
      const long = await mailIn({ subject: 'A long complaint', text: Array.from({ length: 120 }, (_, i) => `Line ${i} of my complaint.`).join('\n'), from: 'day@customer.example' });
      const page = await visitor();
      await withoutMouse(page);
      const press = (...all) => all.reduce((before, each) => before.then(() => page.keyboard.press(each)), Promise.resolve());
      const type = (text) => page.keyboard.type(text);
      await page.goto('/sign-in?desk=nordhafen&to=%2Finbox%2Funassigned');
      await page.locator('input[name=email]:focus').waitFor();
      await type(BEN.email);
      await press('Tab');
      await type(PASSWORD);
      await press('Enter');
      await page.waitForURL('**/inbox/unassigned');
      await page.locator('nav a').first().waitFor();

      // To the newest ticket of all, and into it. The second of two keys comes in time, which a busy machine may not manage.
      const goTo = async (keys, place) => {
        await until(async () => {
          await press(...keys);
          return page.waitForURL(place, { timeout: 3000 }).then(() => true, () => false);
        }, `${keys.join(' ')} leads to ${place}`);
      };
      await goTo(['g', 'a'], '**/inbox/all');
      await page.locator('[data-row]').first().waitFor();
      await press('j');
      await page.locator(`[data-ticket="${long.id}"] article`).waitFor();

      // Read it: back to its begin and on again.
      const top = () => page.locator('[data-thread]').evaluate((box) => box.scrollTop);
      const end = await top();
      await press('Shift+Space');
      await until(async () => (await top()) < end - 100, 'the thread went back');
      await press('Space');
      await until(async () => (await top()) >= end - 1, 'the thread went on');

      // Label it with a new word, take it.
      await press('l');
      await page.locator('[role=dialog] input').waitFor();
      await type('by hand');
      await page.getByRole('option', { name: /by hand/ }).waitFor();
      await press('Enter');
      await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
      await until(async () => (await call('GET', `/api/v1/tickets/${long.id}`)).tags.includes('by hand'), 'the tag');
      await press('a');
      await type('ben');
      await press('Enter');
      await until(async () => (await call('GET', `/api/v1/tickets/${long.id}`)).agent?.name === BEN.name, 'the owner');

      // Answer, leave a note, solve; the next ticket comes by itself.
      await press('r');
      await type('Dear Grace, it is seen to.');
      await press('Control+Enter');
      await page.locator('article', { hasText: 'it is seen to' }).waitFor();
      await press('n');
      await type('She is right, by the way.');
      await press('Control+Enter');
      await page.locator('article[data-kind=note]', { hasText: 'by the way' }).waitFor();
      equal(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'where the focus is after writing');
      await press('e');
      await until(async () => (await call('GET', `/api/v1/tickets/${long.id}`)).status === 'solved', 'the ticket is solved');
      await page.waitForFunction((id) => document.querySelector('[data-ticket]')?.dataset.ticket !== String(id), long.id);

      // Two at once.
      await press('Escape');
      await page.waitForURL('**/inbox/all');
      await press('x', 'j', 'x');
      await page.getByText('2 selected').first().waitFor();
      await press('p');
      await type('high');
      await press('Enter');
      await page.locator('[role=dialog]').waitFor({ state: 'hidden' });
      await toast(page, /./).first().waitFor();
      await press('Escape');

      // Find the first one again by who wrote it.
      await goTo(['g', 'c'], '**/customers');
      await page.locator('tbody a').first().waitFor();
      await press('f');
      await type('day@customer');
      await until(async () => (await page.locator('tbody a').count()) === 1, 'the one customer');
      await press('ArrowDown', 'Enter');
      await page.locator('tbody a', { hasText: 'A long complaint' }).waitFor();
      const isThere = () => page.evaluate(() => document.activeElement.matches('tbody a') && document.activeElement.textContent.includes('A long complaint'));
      await until(async () => press('Tab').then(isThere), 'the ticket has the focus');
      await press('Enter');
      await page.locator(`[data-ticket="${long.id}"]`).waitFor();

      // And home.
      await press('Control+k');
      await type('sign out');
      await page.getByRole('option', { name: 'Sign out' }).waitFor();
      await press('Enter');
      await page.waitForURL('**/sign-in**');
    },
  ],
];
