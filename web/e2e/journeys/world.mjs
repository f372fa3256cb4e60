// The desk of all journeys: its people, its mail server, and pages that are signed in.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DESKTOP, signIn, visit } from '../browser.mjs';
import { dropDatabase } from '../database.mjs';
import { caller, quietPort, startDesk } from '../desk.mjs';
import { until } from '../report.mjs';
import { sendMail } from '../smtp.mjs';
import { openSink } from '../smtp_sink.mjs';

export const ADA = { email: 'ada@nordhafen.example', name: 'Ada Admin' };
export const BEN = { email: 'ben@nordhafen.example', name: 'Ben Agent' };
const HELP = 'help@nordhafen.example';

export async function openWorld(browser) {
  const sink = await openSink();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-journeys-'));
  const config = path.join(folder, 'lotse.toml');
  fs.writeFileSync(config, `[relay]\nurl = "smtp://127.0.0.1:${sink.port}"\nsecurity = "none"\n`);
  const begin = (demo, http) => startDesk({ demo, folder, http, args: ['--config', config] });
  let desk = await begin(300, `127.0.0.1:${await quietPort()}`);
  desk.addAgent(ADA.email, ADA.name, 'admin');
  desk.addAgent(BEN.email, BEN.name, 'agent');
  const token = desk.token();
  const cookies = {};
  let visitors = 0;

  const world = {
    sink,
    get desk() {
      return desk;
    },
    call: (...words) => caller(desk.url, token)(...words),
    /** Stops the desk and starts it again at the same address. */
    async restart(meanwhile = async () => undefined) {
      const { host } = new URL(desk.url);
      await desk.stop();
      await meanwhile();
      desk = await begin(0, host);
    },
    /** A page of the desk, signed in as somebody. */
    async open({ who = ADA, path: where = '/inbox/all', size = DESKTOP, ...how } = {}) {
      const page = await visit(browser, { url: desk.url, size, ...how });
      if (cookies[who.email]) {
        await page.context().addCookies(cookies[who.email]);
        await page.goto(where);
      } else {
        await signIn(page, who.email, { to: where });
        cookies[who.email] = await page.context().cookies();
      }
      await page.locator('nav').first().waitFor({ state: 'attached' });
      return page;
    },
    /** Somebody who works here for one journey. */
    person(name, role = 'agent') {
      const who = { email: `${name}@nordhafen.example`, name: `${name[0].toUpperCase()}${name.slice(1)} Visitor` };
      desk.addAgent(who.email, who.name, role);
      return who;
    },
    /** A browser of its own at a place of its own, signed in as nobody. */
    visitor(how) {
      visitors += 1;
      return visit(browser, { url: desk.url, size: DESKTOP, address: `198.51.100.${visitors}`, ...how });
    },
    /** Nothing waits for a decision any more, which would change tickets and their order. */
    settled: () => until(async () => /^lotse_unsettled_events 0$/m.test(await (await fetch(`${desk.url}/metrics`)).text()), 'all is settled'),
    /** A customer's mail; gives the ticket that it became, once it is settled. */
    async mailIn({ subject, text = 'Good morning,\nthe printer on floor 2 prints hearts only.\nGrace', from = 'grace@customer.example', to = HELP, headers }) {
      await sendMail(desk.ready.smtp, { from, to, subject, text, headers });
      const find = async () => (await world.call('GET', '/api/v1/tickets?limit=20')).items.find((row) => row.subject === subject);
      await until(find, `the ticket "${subject}"`);
      await world.settled();
      return find();
    },
    async close() {
      await desk.stop();
      sink.close();
      dropDatabase(folder);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
  return world;
}

/** Parts of the page, by what a reader calls them. */
export const row = (page, subject) => page.locator('[data-row]', { hasText: subject });
export const field = (page) => page.locator('section textarea');
export const toast = (page, text) => page.locator('[aria-live=polite]', { hasText: text });
export const openTicket = async (page, ticket) => {
  await page.goto(`/inbox/all/${ticket.id}`);
  await field(page).waitFor();
};
