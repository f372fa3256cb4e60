// Every page and state of the desk through axe: WCAG 2.0 to 2.2 A and AA, and its best practices. No fault is allowed.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser, signIn, visit } from './browser.mjs';
import { caller, startDesk } from './desk.mjs';
import { openPortal, portalStates } from './portal_states.mjs';
import { finish, holds, test } from './report.mjs';
import { openSink } from './smtp_sink.mjs';
import { states } from './states.mjs';

const axe = fs.readFileSync(new URL('../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ADMIN = 'axe@nordhafen.example';

const sink = await openSink();
const config = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-axe-')), 'lotse.toml');
fs.writeFileSync(config, `[relay]\nurl = "smtp://127.0.0.1:${sink.port}"\nsecurity = "none"\n`);
const desk = await startDesk({ demo: 400, args: ['--config', config] });
desk.addAgent(ADMIN, 'Ada Admin');
const browser = await openBrowser();
const only = process.argv[2];
const cookies = await session();
const customer = await openPortal({ browser, desk, sink, call: caller(desk.url, desk.token()) });

for (const state of [...states, ...portalStates(customer)]) {
  const name = [state.name, state.dark && 'dark', state.lang, state.size?.width].filter(Boolean).join(' ');
  if (only && !name.includes(only)) continue;
  await test(`axe ${name}`, () => look(state));
}
await browser.close();
await desk.stop();
sink.close();
finish();

async function session() {
  const page = await visit(browser, { url: desk.url });
  await signIn(page, ADMIN);
  const all = await page.context().cookies();
  await page.context().close();
  return all;
}

async function look({ path: where, isOpen, isCustomer, act, ready, ...how }) {
  const page = await visit(browser, { url: desk.url, ...how });
  try {
    if (!isOpen) await page.context().addCookies(isCustomer ? customer.cookies : cookies);
    await page.goto(where);
    await page.locator(ready ?? 'h1:visible').first().waitFor();
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    await act?.(page);
    await page.evaluate(axe);
    const faults = await page.evaluate(
      async (tags) => (await globalThis.axe.run(document, { runOnly: tags })).violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} (${node.failureSummary})`).slice(0, 3).join('; ')}`),
      TAGS,
    );
    holds(faults.length === 0, faults.join(' / '));
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    holds(width <= 0, `the page is ${width} px wider than its window`);
    holds(page.faults.length === 0, page.faults.join(' / '));
  } finally {
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${[how.name, how.dark && 'dark', how.lang, how.size?.width].filter(Boolean).join('-').replaceAll(' ', '_').replaceAll('/', '.')}.png` });
    await page.context().close();
  }
}
