import { equal, holds } from '../report.mjs';
import { field } from './world.mjs';

/** Nothing is wider than the window. */
const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

export const looks = [
  [
    'a_phone_shows_one_pane_after_the_other',
    async ({ open }) => {
      const page = await open({ size: { width: 320, height: 640 } });
      await page.locator('[data-row]').first().click();
      await field(page).waitFor();
      holds(!(await page.locator('[data-row]').first().isVisible()), 'the list stands beside the ticket');
      equal(await overflow(page), 0, 'pixels beyond the window');
      await page.getByRole('button', { name: 'Back to the list' }).click();
      await page.locator('[data-row]').first().waitFor();
      await page.getByRole('button', { name: 'Main menu' }).click();
      await page.getByRole('link', { name: 'Unassigned' }).click();
      await page.waitForURL('**/inbox/unassigned');
      equal(await overflow(page), 0, 'pixels beyond the window');
    },
  ],
  [
    'dark_follows_the_system_and_the_choice',
    async ({ open }) => {
      const page = await open({ dark: true });
      const brightness = () =>
        page.evaluate(async () => {
          await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
          return getComputedStyle(document.querySelector('main')).backgroundColor;
        });
      const dark = await brightness();
      await page.getByRole('button', { name: 'Light or dark' }).click();
      holds((await brightness()) !== dark, 'the colour stayed');
      const light = await brightness();
      await page.reload();
      await page.locator('[data-row]').first().waitFor();
      equal(await brightness(), light, 'the colour after a reload');
    },
  ],
  [
    'the_language_changes_at_once_and_stays',
    async ({ open }) => {
      const page = await open();
      await page.getByRole('button', { name: 'EN, Language' }).click();
      await page.getByRole('option', { name: 'Polski' }).click();
      await page.getByRole('link', { name: 'Nieprzypisane' }).waitFor();
      equal(await page.evaluate(() => document.documentElement.lang), 'pl', 'the language of the page');
      await page.reload();
      await page.getByRole('link', { name: 'Nieprzypisane' }).waitFor();
    },
  ],
];
