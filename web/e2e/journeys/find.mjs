import { equal, holds, until } from '../report.mjs';
import { row } from './world.mjs';

const bar = (page) => page.getByRole('combobox', { name: 'Search or filter' });
/** The index follows a moment behind the mail. */
const isIndexed = (call, word) => until(async () => (await call('GET', `/api/v1/search?q=${word}`)).tickets.length > 0, `"${word}" in the index`);

export const find = [
  [
    'a_mistyped_word_is_mended_and_leads_to_the_ticket',
    async ({ open, mailIn, call }) => {
      const ticket = await mailIn({ subject: 'Screens stay dark', text: 'Hello,\nthe zwischenstecker of the docking station glows red.\nGrace' });
      await isIndexed(call, 'zwischenstecker');
      const page = await open({ path: '/search?q=' });
      await bar(page).fill('zwischenstekcer');
      await page.getByText('Did you mean').waitFor();
      await page.getByRole('link', { name: 'zwischenstecker' }).click();
      await page.locator('mark', { hasText: 'zwischenstecker' }).waitFor();
      // On by keys alone: from the field to what was found, and into it.
      await bar(page).press('Enter');
      await page.locator('#results a:focus', { hasText: 'Screens stay dark' }).waitFor();
      await page.keyboard.press('ArrowUp');
      await page.locator('[role=combobox]:focus').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/inbox/all/${ticket.id}`);
      await page.getByText('glows red').first().waitFor();
    },
  ],
  [
    'a_query_that_is_wrong_shows_where_and_mends_itself',
    async ({ open, mailIn, call }) => {
      await mailIn({ subject: 'Walrus in the hall' });
      await isIndexed(call, 'walrus');
      const page = await open({ path: '/search?q=' });
      await bar(page).fill('walrus stauts:new ');
      await page.getByRole('alert').getByText('There is no field').waitFor();
      equal(await page.locator('code b').textContent(), 'stauts:new', 'the marked place');
      await page.getByRole('button', { name: 'Use “walrus status:new”' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await bar(page).fill('walrus colour:grey');
      await page.getByRole('alert').waitFor();
      await bar(page).fill('walrus customer:"Grace Hopper" is:op');
      await page.getByRole('option', { name: 'is:open' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      holds((await bar(page).inputValue()).endsWith('is:open'), 'the completion was not taken');
    },
  ],
  [
    'a_view_is_saved_counts_by_itself_is_changed_and_deleted',
    async ({ open, mailIn, call }) => {
      await mailIn({ subject: 'Pelican one' });
      await isIndexed(call, 'pelican');
      const page = await open();
      await page.keyboard.press('f');
      await bar(page).fill('pelican');
      await page.locator('[data-row]').nth(1).waitFor({ state: 'detached' });
      await row(page, 'Pelican one').waitFor();
      await page.getByRole('button', { name: 'Save as a view' }).click();
      const dialog = page.locator('dialog[open]');
      await dialog.getByRole('textbox', { name: /Name/ }).fill('Birds');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.waitForURL('**/inbox/view-*');
      const link = page.getByRole('navigation').getByRole('link', { name: /Birds/ });
      await link.getByText('1', { exact: true }).waitFor();
      await mailIn({ subject: 'Pelican two' });
      await link.getByText('2', { exact: true }).waitFor();
      await row(page, 'Pelican two').waitFor();
      await page.getByRole('button', { name: 'Change this view' }).click();
      await dialog.getByRole('textbox', { name: /Name/ }).fill('Birds of the hall');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('heading', { name: 'Birds of the hall' }).waitFor();
      await page.getByRole('button', { name: 'Change this view' }).click();
      await dialog.getByRole('button', { name: 'Delete view' }).click();
      await page.waitForURL('**/inbox/mine');
      await page.getByRole('link', { name: /Birds of the hall/ }).waitFor({ state: 'detached' });
    },
  ],
  [
    'the_palette_finds_tickets_and_people',
    async ({ open, mailIn, call }) => {
      const ticket = await mailIn({ subject: 'Ostrich behind the server' });
      await isIndexed(call, 'ostrich');
      const page = await open();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ostrich');
      await page.getByRole('option', { name: /Ostrich behind/ }).click();
      await page.waitForURL(`**/inbox/all/${ticket.id}`);
      await page.keyboard.press('Control+k');
      await page.keyboard.type('grace');
      await page.getByRole('option', { name: /grace@customer.example/ }).waitFor();
    },
  ],
];
