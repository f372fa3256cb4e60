// What people do at the desk, in a real browser against the real program, with a real mail server at the other end.
import fs from 'node:fs';
import { openBrowser } from './browser.mjs';
import { everyday } from './journeys/everyday.mjs';
import { keys } from './journeys/keys.mjs';
import { looks } from './journeys/looks.mjs';
import { mail } from './journeys/mail.mjs';
import { together } from './journeys/together.mjs';
import { openWorld } from './journeys/world.mjs';
import { finish, test } from './report.mjs';

const only = process.argv[2] ?? '';
const browser = await openBrowser();
const world = await openWorld(browser);
const kept = new URL('../../build/web/failed/', import.meta.url).pathname;

for (const [name, run] of [...mail, ...everyday, ...together, ...keys, ...looks]) {
  if (!name.includes(only)) continue;
  const pages = [];
  const open = async (options) => {
    const page = await world.open(options);
    pages.push(page);
    return page;
  };
  await test(name, async () => {
    try {
      await run({ ...world, open });
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
