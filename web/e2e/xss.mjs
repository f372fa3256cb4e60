// 3,000 attacks in every text that people can put into the desk, by API and by mail, shown in Chromium: none may run.
// LOTSE_LONG=1 also sends each attack in a mail of its own and looks at each of those.
import { openBrowser, signIn } from './browser.mjs';
import { caller, startDesk } from './desk.mjs';
import { finish, holds, test } from './report.mjs';
import { openCanary } from './xss/canary.mjs';
import { cookiesOf, openEye } from './xss/eye.mjs';
import { A_TEXT, attackEveryString, everyTicket, fill, mailIn, marked, ticketsCome } from './xss/fill.mjs';
import { makeVectors } from './xss/vectors.mjs';

const isLong = Boolean(process.env.LOTSE_LONG);
const OF = 'desk';
const ADMIN = 'admin@desk.example';
const vectors = makeVectors();
const desk = await startDesk();
desk.addAgent(ADMIN, 'Xenia', 'admin', OF);
const token = desk.token(OF);
const call = caller(desk.url, token);
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
    await eye.page.goto(`/?from=${from}&to=${from + A_TEXT}`, { waitUntil: 'domcontentloaded' }).catch(() => undefined);
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
const eye = await openEye(browser, { url: desk.url, cookies });
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
  const some = isLong ? 12 : 2;
  const nouns = ['queues', 'agents', 'categories', 'tags', 'fields', 'calendars', 'policies', 'mailboxes'];
  const records = nouns.flatMap((noun) => [`/settings/${noun}`, ...(made[noun] ?? []).slice(0, some).map((id) => `/settings/${noun}/${id}`)]);
  const people = [...made.customers.slice(0, some).map((id) => `/customers/${id}`), ...made.organizations.slice(0, some).map((id) => `/orgs/${id}`)];
  await eye.look('/inbox/all');
  for (const path of ['/inbox/open', '/inbox/unassigned', '/settings/general', '/settings/tokens', '/customers', '/orgs', '/me', '/search?q=alert', ...records, ...people]) await eye.look(path);
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
  for (const [keys, text] of [['a', ''], ['c', ''], ['q', ''], ['l', ''], ['s', ''], ['Control+k', 'alert'], ['Shift+?', '']]) {
    await page.keyboard.press(keys);
    await page.locator('dialog[open], [role=listbox]').first().waitFor();
    await page.keyboard.type(text);
    await page.waitForTimeout(150);
    await eye.inspect(keys);
    await shut();
  }
  for (const [keys, text] of [['n', ' @'], ['r', ' /']]) {
    await page.keyboard.press(keys);
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

console.log(`# ${vectors.length} attacks, ${eye.shown} pages shown, ${eye.ran.size} run`);
await test('no attack has run', async () => holds(eye.ran.size === 0 && eye.shown > 100, [...eye.ran].slice(0, 10).join(' / ')));
await browser.close();
await desk.stop();
finish();
