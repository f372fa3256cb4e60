// What people do at the desk, in a real browser against the real program, with a real mail server at the other end.
import fs from 'node:fs';
import { openBrowser } from './browser.mjs';
import { isPostgres } from './database.mjs';
import { day } from './journeys/day.mjs';
import { deskRules } from './journeys/desk_rules.mjs';
import { doors } from './journeys/doors.mjs';
import { escalations } from './journeys/escalations.mjs';
import { everyday } from './journeys/everyday.mjs';
import { find } from './journeys/find.mjs';
import { keys } from './journeys/keys.mjs';
import { labels } from './journeys/labels.mjs';
import { looks } from './journeys/looks.mjs';
import { mail } from './journeys/mail.mjs';
import { portal } from './journeys/portal.mjs';
import { rescue } from './journeys/rescue.mjs';
import { routing } from './journeys/routing.mjs';
import { together } from './journeys/together.mjs';
import { whatif } from './journeys/whatif.mjs';
import { openWorld } from './journeys/world.mjs';
import { finish, test } from './report.mjs';

/** What is gone through on PostgreSQL, too: mail both ways, many at once, drafts, two people, merging. */
const ON_POSTGRES = [
  'mail_in_appears_without_reload_and_the_reply_goes_out',
  'many_tickets_are_changed_as_one_and_taken_back_as_one',
  'a_draft_survives_the_reload',
  'two_agents_see_each_other_and_what_each_changes',
  'two_tickets_become_one_and_are_parted_again',
];
const asked = process.argv.slice(2);
const wanted = asked.length ? asked : isPostgres ? ON_POSTGRES : [''];
const browser = await openBrowser();
const world = await openWorld(browser);
const kept = new URL('../../build/web/failed/', import.meta.url).pathname;

for (const [name, run] of [...mail, ...everyday, ...find, ...together, ...rescue, ...keys, ...day, ...deskRules, ...looks, ...labels, ...escalations, ...routing, ...whatif, ...doors, ...portal]) {
  if (!wanted.some((part) => name.includes(part))) continue;
  const pages = [];
  const open = async (options) => {
    const page = await world.open(options);
    pages.push(page);
    return page;
  };
  const visitor = async (how) => {
    const page = await world.visitor(how);
    pages.push(page);
    return page;
  };
  await test(name, async () => {
    try {
      await run({ ...world, open, visitor });
      for (const page of pages) if (page.faults.length) throw new Error(`the page complained: ${page.faults[0]}`);
    } catch (error) {
      fs.mkdirSync(kept, { recursive: true });
      for (const [i, page] of pages.entries()) await page.screenshot({ path: `${kept}${name}-${i}.png` }).catch(() => undefined);
      throw error;
    }
  });
  for (const page of pages) await page.context().close();
}
await world.close();
await browser.close();
finish();
