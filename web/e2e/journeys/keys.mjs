import { equal, holds } from '../report.mjs';
import { field, toast } from './world.mjs';

const focused = (page) => page.evaluate(() => document.activeElement?.tagName);

export const keys = [
  [
    'a_ticket_is_worked_with_the_keyboard_alone',
    async ({ open }) => {
      const page = await open();
      await page.locator('[data-row]').first().waitFor();
      await page.keyboard.press('j');
      await field(page).waitFor();
      const first = page.url();
      await page.keyboard.press('j');
      await page.waitForURL((url) => url.href !== first);
      await page.keyboard.press('k');
      await page.waitForURL(first);
      await page.keyboard.press('a');
      await page.keyboard.type('ada');
      await page.keyboard.press('Enter');
      await page.locator('[data-property=owner]', { hasText: 'Ada Admin' }).waitFor();
      await page.keyboard.press('n');
      await page.keyboard.type('by hand');
      await page.keyboard.press('Escape');
      equal(await focused(page), 'BODY', 'where the focus is after Escape');
      await page.keyboard.press('Escape');
      await page.waitForURL('**/inbox/all');
    },
  ],
  [
    'the_palette_finds_what_can_be_done_even_when_typed_blindly',
    async ({ open }) => {
      const page = await open();
      await page.locator('[data-row]').first().waitFor();
      await page.keyboard.press('Control+k');
      await page.keyboard.type('unassig');
      await page.getByRole('option', { name: 'Unassigned' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/inbox/unassigned');
    },
  ],
  [
    'keys_can_be_changed_and_switched_off',
    async ({ open }) => {
      const page = await open();
      await page.locator('[data-row]').first().click();
      await field(page).waitFor();
      await page.keyboard.press('?');
      await page.getByRole('button', { name: /^Write a note: n\./ }).click();
      await page.keyboard.press('y');
      await page.keyboard.press('Escape');
      await page.keyboard.press('y');
      equal(await focused(page), 'TEXTAREA', 'the new key');
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
      await page.getByRole('checkbox', { name: /Single keys/ }).uncheck();
      await page.keyboard.press('Escape');
      const before = page.url();
      await page.keyboard.press('j');
      await page.keyboard.press('y');
      equal(page.url(), before, 'a switched-off key');
      equal(await focused(page), 'BODY', 'the focus after a switched-off key');
      holds((await toast(page, /./).count()) === 0, 'something was done');
    },
  ],
];
