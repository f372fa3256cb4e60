// 3,000 attacks in every text that people can put into the desk, by API and by mail, shown in Chromium: none may run.
// LOTSE_LONG=1 also sends each attack in a mail of its own and looks at each of those, and puts each that fits into each name.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser, signIn, visit } from './browser.mjs';
import { caller, startDesk } from './desk.mjs';
import { finish, holds, test, until } from './report.mjs';
import { openSink } from './smtp_sink.mjs';
import { openCanary } from './xss/canary.mjs';
import { turnNames } from './xss/carousel.mjs';
import { cookiesOf, openEye } from './xss/eye.mjs';
import { A_TEXT, attackEveryString, everyTicket, fill, mailIn, marked, ticketsCome } from './xss/fill.mjs';
import { judgeInPortal, openPortal, readPortal, typeIntoPortal } from './xss/portal.mjs';
import { makeVectors } from './xss/vectors.mjs';

const isLong = Boolean(process.env.LOTSE_LONG);
const OF = 'desk';
const ADMIN = 'admin@desk.example';
const vectors = makeVectors();
const sink = await openSink();
const config = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-xss-')), 'lotse.toml');
fs.writeFileSync(config, `[relay]\nurl = "smtp://127.0.0.1:${sink.port}"\nsecurity = "none"\n`);
const desk = await startDesk({ args: ['--config', config] });
desk.addAgent(ADMIN, 'Xenia', 'admin', OF);
const token = desk.token(OF);
const call = caller(desk.url, token);
// A new desk asks everybody for a second factor, and shows nothing before: no page would be tried.
await call('PATCH', '/api/v1/settings', { second_factor: 'nobody' });
const ask = async (method, where, body) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
  return (await fetch(desk.url + where, { method, headers, body: JSON.stringify(body) })).status;
};
const browser = await openBrowser();

await test('an unsafe page is found out by the same eye', async () => {
  const canary = await openCanary(vectors);
  const eye = await openEye(browser, { url: canary.url });
  let seen = 0;
  for (let from = 0; from < vectors.length; from += isLong ? A_TEXT : 5 * A_TEXT) {
    await eye.page.goto(`/?from=${from}&to=${from + A_TEXT}`).catch(() => undefined);
    await eye.page.waitForTimeout(50);
    await eye.inspect('canary').catch(() => {
      seen += 1;
    });
  }
  holds(seen >= 10 && eye.ran.size >= 20, `noticed on ${seen} pages, ${eye.ran.size} ran`);
  console.log(`# on the unsafe page ${eye.ran.size} attacks ran, ${seen} of ${eye.shown} pages were noticed`);
  eye.ran.clear();
  await eye.page.goto('/link');
  const told = await eye.inspect('link').then(() => '', String);
  holds(told.includes('href'), `an address that runs was not noticed: ${told}`);
  await eye.close();
  canary.close();
});

const cookies = await cookiesOf(browser, desk.url, (page) => signIn(page, ADMIN, { desk: OF }));
// A window in which a list of a hundred stands whole.
const eye = await openEye(browser, { url: desk.url, cookies, size: { width: 1400, height: isLong ? 6000 : 1400 } });
const { page } = eye;
let filled;
let tickets = [];

await test('3,000 attacks are put into texts by API and by mail', async () => {
  filled = await fill(desk, call, vectors);
  await ticketsCome(call, (2 * vectors.length) / A_TEXT);
});

await test('every string of the API takes an attack or refuses it, and none of them breaks the desk', async () => {
  const document = await call('GET', '/api/openapi.json');
  const { taken, refused, missing } = await attackEveryString(ask, document, filled);
  console.log(`# ${taken.length} strings took an attack, ${refused.length} refused it; not tried: ${missing.join(', ')}`);
  holds(taken.length >= 50, `only ${taken.length} took it; refused: ${refused.join(', ')}`);
  tickets = await everyTicket(call);
});

await test('none runs in a list or on a page of settings and people', async () => {
  const { made } = filled;
  const some = isLong ? 12 : 1;
  const nouns = ['queues', 'agents', 'categories', 'tags', 'fields', 'calendars', 'policies', 'mailboxes', 'answers', 'macros', 'escalation-chains'];
  const records = nouns.flatMap((noun) => [`/settings/${noun}`, ...(made[noun] ?? []).slice(0, some).map((id) => `/settings/${noun}/${id}`)]);
  const people = [...made.customers.slice(0, some).map((id) => `/customers/${id}`), ...made.organizations.slice(0, some).map((id) => `/orgs/${id}`)];
  await eye.look('/inbox/all');
  const gate = (await call('GET', '/api/v1/gate')).fields.map(({ id }) => `/settings/gate/${id}`);
  const views = made.views.slice(0, some).map((id) => `/inbox/view-${id}`);
  const own = ['/settings/general', '/settings/tokens', '/settings/portal', '/settings/outgoing', '/settings/matrix', '/settings/gate', ...gate, '/me', '/me/security', '/me/sessions'];
  for (const path of ['/inbox/open', '/inbox/unassigned', '/customers', '/orgs', '/search?q=alert', ...own, ...views, ...records, ...people]) await eye.look(path);
});

await test('none runs in a list whose names take turns', async () => {
  const told = await turnNames({ eye, call, made: filled.made, vectors, isLong });
  console.log(`# attacks that were names: ${told.join(', ')}`);
});

await test('none runs in the audit list, which tells of all these names', async () => {
  await eye.look('/settings/audit');
  await page.locator('main details').first().waitFor();
  for (let more = 0; ; more += 1) {
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('main details')) details.open = true;
    });
    await eye.inspect(`audit list, part ${more}`);
    const next = page.locator('main button', { hasText: 'Show older entries' });
    if (more === (isLong ? 30 : 3) || !(await next.isVisible().catch(() => false))) break;
    const before = await page.locator('main details').count();
    await next.click();
    await until(async () => (await page.locator('main details').count()) > before, 'older entries');
  }
  const [all, open] = [await page.locator('main details').count(), await page.locator('main details[open]').count()];
  holds(open === all && open >= 20, `${open} of ${all} entries are unfolded`);
});

await test('none runs where a query or an address is shown again', async () => {
  for (let i = 0; i < (isLong ? 120 : 6); i += 1) {
    const attack = encodeURIComponent(filled.fitting(200));
    await eye.look(`/search?q=${attack}`, 'body');
    if (i % 6 === 0) for (const where of [`/inbox/all?q=${attack}`, `/inbox/${attack}`, `/settings/${attack}`, `/settings/gate/${attack}`, `/${attack}`]) await eye.look(where, 'body');
  }
});

await test('no address runs that the sign-in is told to go to', async () => {
  for (const to of ["javascript:alert('xss-to')", "java\tscript:alert('xss-to')", "data:text/html,<script>alert('xss-to')</script>", "//evil.example/", "https://evil.example/", "/\\evil.example"]) {
    const stranger = await visit(browser, { url: desk.url, address: '198.51.100.7' });
    const ran = [];
    stranger.on('dialog', (dialog) => {
      ran.push(dialog.message());
      void dialog.dismiss();
    });
    await stranger.context().addCookies(cookies);
    await stranger.goto(`/sign-in?desk=${OF}&to=${encodeURIComponent(to)}`);
    await stranger.locator('nav, form').first().waitFor();
    holds(ran.length === 0 && stranger.url().startsWith(desk.url), `${to} led to ${stranger.url()}`);
    await stranger.context().clearCookies();
    await stranger.goto(`/sign-in?desk=${OF}&to=${encodeURIComponent(to)}`);
    await stranger.locator('input[name=email]').waitFor();
    for (const link of await stranger.locator('a').all()) holds(!/^\s*(javascript|data):/i.test((await link.getAttribute('href')) ?? ''), `${to} is a link`);
    await stranger.context().close();
  }
});

await test('none runs in a ticket, its thread and its panels', async () => {
  await eye.look('/inbox/all');
  for (const { id } of tickets) await eye.turn(`/inbox/all/${id}`, `[data-ticket="${id}"] article`);
});

await test('none runs in the frame of a mail, even without its sandbox', async () => {
  const marks = new Set();
  let frames = 0;
  for (const ticket of tickets) {
    const { articles } = await call('GET', `/api/v1/tickets/${ticket.id}`);
    for (const article of articles.filter((each) => each.html)) {
      frames += 1;
      await eye.look(`/api/v1/articles/${article.id}/frame?images=list`, 'body');
      for (const [, n] of (await page.locator('body').textContent()).matchAll(/mark-(\d+)\./g)) marks.add(n);
    }
  }
  console.log(`# ${frames} frames show ${marks.size} of ${vectors.length} places of attack`);
  holds(marks.size >= vectors.length * 0.9, `only ${marks.size} of ${vectors.length} places were reached`);
});

await test('none runs in what opens above the page', async () => {
  const { id } = tickets[0];
  const shut = async () => {
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'hidden' });
  };
  await eye.look(`/inbox/all/${id}`);
  await page.locator('section textarea').waitFor();
  for (const [keys, text] of [['a', ''], ['c', ''], ['q', ''], ['l', ''], ['s', ''], ['m', ''], ['Control+k', 'alert'], ['Control+k', 'xss'], ['Control+k', 'img'], ['Shift+?', '']]) {
    await page.keyboard.press(keys);
    await page.locator('dialog[open], [role=listbox]').first().waitFor();
    await page.keyboard.type(text);
    await page.waitForTimeout(150);
    await eye.inspect(keys);
    await shut();
  }
  for (const [keys, text] of [['n', ' @'], ['r', ' /']]) {
    await page.keyboard.press(keys);
    await page.locator('section textarea:focus').waitFor();
    await page.keyboard.type(text);
    await page.locator('[role=option]').first().waitFor();
    await eye.inspect(`${keys}${text}`);
    await shut();
    await page.keyboard.press('Escape');
    await page.locator('section textarea:focus').waitFor({ state: 'hidden' });
  }
  await eye.look(`/settings/tags/${filled.made.tags[1]}`);
  await page.locator('main button[class*=danger], section button[class*=danger]').last().click();
  await page.locator('dialog[open]').waitFor();
  await eye.inspect('a question before deleting');
});

await test('none runs in what arrives live', async () => {
  await eye.look('/inbox/all');
  const rows = await page.locator('[data-row]').evaluateAll((all) => all.slice(0, 10).map((row) => row.dataset.row));
  for (const [i, id] of rows.entries()) {
    const subject = `live ${i} ${filled.fitting(200)}`;
    await call('PATCH', `/api/v1/tickets/${id}`, { subject });
    await page.locator('[data-row]', { hasText: `live ${i} ` }).first().waitFor();
    await eye.inspect(`live ${i}`);
  }
  const agent = filled.made.agents[2];
  const hers = caller(desk.url, (await call('POST', '/api/v1/tokens', { name: 'hers', scopes: ['admin'], agent })).token);
  await eye.look(`/inbox/all/${tickets[0].id}`);
  await hers('PUT', `/api/v1/tickets/${tickets[0].id}/presence`, { state: 'replying', is_typing: true });
  await page.waitForTimeout(500);
  await eye.inspect('who else is here');
});

let portalEye;
await test("none runs on the customers' pages", async () => {
  await until(async () => (await fetch(`${desk.url}/help`)).ok, 'the portal');
  portalEye = await openPortal({ browser, desk, sink });
  // A ticket shows sixty of them; in the short form every third one has to do.
  const count = await readPortal({ eye: portalEye, tickets: filled.made.tickets.filter((_, i) => isLong || i % 3 === 0) });
  await judgeInPortal({ eye: portalEye, call, sink, ticket: filled.made.tickets[0], vectors });
  console.log(`# the customers' pages show ${count} of ${vectors.length} attacks on ${portalEye.shown} pages`);
});

await test('none runs where the portal shows again what was typed', async () => {
  const { shown, ran } = await typeIntoPortal({ browser, desk, vectors, fitting: filled.fitting, isLong });
  holds(ran.size === 0, [...ran].slice(0, 3).join(' / '));
  console.log(`# ${shown} pages show again what was typed`);
});

if (isLong) {
  await test('none runs in the frame of a mail of its own', async () => {
    await mailIn(desk, vectors.map((text, n) => marked(text, n)), filled.fitting, 'own');
    await ticketsCome(call, tickets.length + vectors.length);
    const known = new Set(tickets.map(({ id }) => id));
    let frames = 0;
    for (const { id } of (await everyTicket(call)).filter((each) => !known.has(each.id))) {
      const { articles } = await call('GET', `/api/v1/tickets/${id}`);
      for (const article of articles.filter((each) => each.html)) {
        frames += 1;
        await page.goto(`/api/v1/articles/${article.id}/frame`, { waitUntil: 'domcontentloaded', timeout: 60_000 });
        await eye.inspect(`frame of ${id}`);
      }
    }
    holds(frames >= vectors.length * 0.8, `only ${frames} frames`);
    console.log(`# ${frames} frames of one attack each`);
  });
}

const ran = [...eye.ran, ...(portalEye?.ran ?? [])];
const shown = eye.shown + (portalEye?.shown ?? 0);
console.log(`# ${vectors.length} attacks, ${shown} pages shown, ${ran.length} run`);
await test('no attack has run', async () => holds(ran.length === 0 && shown > 100, ran.slice(0, 10).join(' / ')));
await browser.close();
await desk.stop();
sink.close();
finish();
