import { holds } from '../report.mjs';
import { BEN, field, openTicket, row } from './world.mjs';

export const together = [
  [
    'two_agents_see_each_other_and_what_each_changes',
    async ({ open, mailIn }) => {
      const ticket = await mailIn({ subject: 'Both of us' });
      const ada = await open();
      const ben = await open({ who: BEN });
      await openTicket(ada, ticket);
      await openTicket(ben, ticket);
      await ada.keyboard.press('a');
      await ada.keyboard.type('Ben');
      await ada.keyboard.press('Enter');
      await ben.locator('[data-property=owner]', { hasText: 'Ben Agent' }).waitFor();
      await ada.getByText('Ben Agent is looking at this too').waitFor();
      await ben.keyboard.press('r');
      await ben.keyboard.type('I write');
      await ada.getByText('Ben Agent is writing a reply').waitFor();
    },
  ],
  [
    'a_lost_connection_is_said_and_nothing_is_missed',
    async ({ open, mailIn, restart }) => {
      const page = await open();
      await page.locator('[data-row]').first().waitFor();
      await restart(() => page.getByText('The connection is lost').waitFor());
      await page.getByText('The connection is lost').waitFor({ state: 'hidden', timeout: 90_000 });
      await mailIn({ subject: 'After the storm' });
      await row(page, 'After the storm').waitFor();
      holds((await field(page).count()) === 0, 'a ticket opened by itself');
      page.faults = page.faults.filter((fault) => !/ERR_CONNECTION|ERR_INCOMPLETE|ERR_EMPTY|Unable to preload/.test(fault));
    },
  ],
];
