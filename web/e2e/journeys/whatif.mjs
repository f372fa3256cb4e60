import { equal, holds } from '../report.mjs';

export const whatif = [
  [
    'what_if_is_asked_and_told_with_intervals_or_with_the_reason_why_not',
    async ({ open, call }) => {
      const page = await open({ path: '/settings/whatif' });
      await page.getByRole('button', { name: 'More people' }).click();
      await page.getByRole('button', { name: 'Work it out' }).click();
      await page.waitForURL('**/settings/whatif/*');
      await page.getByRole('heading', { name: 'May it be believed?' }).waitFor({ timeout: 120_000 });
      const id = Number(new URL(page.url()).pathname.split('/').pop());
      const { answer } = await call('GET', `/api/v1/simulations/${id}`);

      const test = page.getByRole('table', { name: 'May it be believed?' });
      equal(await test.locator('tbody tr').count(), answer.test.headlines.length, 'every figure that was held against what happened');
      holds(/[+−][\d.]+%.*[+−][\d.]+% to [+−][\d.]+%/.test(await test.locator('tbody tr').first().textContent()), 'an error and where it lies');
      holds(/nine times in ten such an error lies from/.test(await page.locator('main').textContent()), 'the weeks as a whole');

      const told = page.getByRole('table', { name: 'What would be' });
      equal(await told.count(), answer.what_if ? 1 : 0, 'told only where it may be believed');
      if (!answer.what_if) {
        await page.getByRole('status').filter({ hasText: 'No what-if yet' }).waitFor();
        return;
      }
      equal(answer.test.verdict, 'believable', 'what is told');
      const busy = told.locator('tr', { hasText: 'Busy while at work' });
      holds(/[\d.]+ to [\d.]+ points less/.test(await busy.textContent()), 'one more person: less busy, with an interval');
    },
  ],
];
