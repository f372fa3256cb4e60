// Journeys through the pages around the inbox: first start, people, settings, sign-in.
import { readFileSync } from 'node:fs';
import { DESKTOP, openBrowser, signIn, visit } from './browser.mjs';
import { caller, PASSWORD, startDesk } from './desk.mjs';
import { openMailServer } from './mail_server.mjs';
import { equal, finish, holds, test, until } from './report.mjs';
import { codeOf } from './totp.mjs';

const browser = await openBrowser();
const desk = await startDesk({ demo: 60 });
const ADMIN = 'boss@nordhafen.example';
desk.addAgent(ADMIN, 'Bea Boss');
const call = caller(desk.url, desk.token());

let cookies;
/** Signed in once: whoever does so again and again is held up by the limits. */
async function asAdmin(to, how = {}) {
  const page = await visit(browser, { url: desk.url, ...how });
  if (cookies) await page.context().addCookies(cookies);
  else await signIn(page, ADMIN);
  cookies ??= await page.context().cookies();
  await page.goto(to);
  await page.locator('h1').first().waitFor();
  return page;
}
const polish = (part, key) => JSON.parse(readFileSync(new URL(`../src/locales/${part}.pl.json`, import.meta.url), 'utf8'))[key];
const save = (page) => page.locator('button[type=submit]').click();
const said = (page, text) => page.locator('[role=status]', { hasText: text }).first().waitFor();
const clean = (page) => holds(page.faults.length === 0, page.faults.join(' / '));

await test('first start: from the token through a mailbox that works to a desk that one is signed in to', async () => {
  const provider = await openMailServer('help@harbour.example');
  const fresh = await startDesk();
  const page = await visit(browser, { url: fresh.url });
  await page.goto('/');
  await page.waitForURL('**/setup');
  await page.goto(`/setup#${fresh.ready.setup_token}`);
  await page.reload();
  await save(page);
  await page.locator('input[name=desk_name]').fill('Harbour Help');
  await save(page);
  await page.locator('select[name=language]').selectOption({ label: 'Polski' });
  await save(page);
  await page.locator('input[name=admin_name]').waitFor();
  // A reload in the middle loses nothing.
  await page.reload();
  await page.locator('input[name=admin_name]').fill('Ada Harbour');
  await page.locator('input[name=admin_email]').fill('ada@harbour.example');
  await page.locator('input[name=admin_password]').fill('too short');
  await save(page);
  await page.locator('[aria-invalid=true][name=admin_password]').waitFor();
  await page.locator('input[name=admin_password]').fill(PASSWORD);
  await save(page);
  await chooseSecondStep(page);
  await tryMailbox(page, provider);
  await save(page);
  await page.getByText('Customer service').click();
  await save(page);
  await page.locator('dd', { hasText: 'Harbour Help' }).waitFor();
  await save(page);
  await page.waitForURL('**/settings');
  await enrol(page);
  await page.locator('input[name=name]').waitFor();
  equal(await page.locator('input[name=name]').inputValue(), 'Harbour Help', 'the name of the desk');
  equal(await page.locator('input[name=mail_from]').inputValue(), 'help@harbour.example', 'the address of the desk');
  await page.goto('/settings/queues');
  await page.locator('main').getByText('Pierwszy kontakt').waitFor();
  await page.goto('/settings/mailboxes/1');
  await page.getByRole('button', { name: 'Wyślij wiadomość testową' }).click();
  await page.locator('[data-step=arrived][data-state=well]').waitFor({ timeout: 60_000 });
  await page.goto('/setup');
  await page.waitForFunction(() => document.querySelector('nav'));
  clean(page);
  await page.context().close();
  await fresh.stop();
  await provider.close();
});

/** Whoever wants no second step for anybody has to say that they know; then the choice that is recommended. */
async function chooseSecondStep(page) {
  equal(await page.locator('input[name=second_factor]:checked').count(), 1, 'a choice that stands');
  await page.getByText('Nobody', { exact: true }).click();
  await save(page);
  await page.locator('[aria-invalid=true][name=knows_risk]').waitFor();
  await page.getByText('Everybody', { exact: true }).click();
  await save(page);
}

/** The desk opens once the second step is set up, and shows nothing before. It speaks the language of the desk by now. */
async function enrol(page) {
  await page.locator('h1', { hasText: polish('entry', 'enrol.title') }).waitFor();
  equal(await page.locator('nav a').count(), 0, 'links into the desk');
  await page.getByRole('button', { name: polish('me', 'totp.setUp') }).click();
  const secret = await page.locator('code').textContent();
  await page.locator('input[name=code]').fill(codeOf(secret));
  await page.getByRole('button', { name: polish('me', 'totp.confirm') }).click();
  await page.getByRole('button', { name: polish('me', 'codes.done') }).click();
}

/** First with a wrong password, then with the right one. */
async function tryMailbox(page, provider) {
  const fill = (name, text) => page.locator(`input[name=${name}]`).fill(String(text));
  await fill('mail_from', provider.user);
  await page.locator('select[name=imap_security]').selectOption({ label: 'None (this machine)' });
  await page.locator('select[name=smtp_security]').selectOption({ label: 'None (this machine)' });
  await fill('imap_host', '127.0.0.1');
  await fill('smtp_host', '127.0.0.1');
  await fill('imap_port', provider.imap);
  await fill('smtp_port', provider.smtp);
  await fill('mail_password', 'not the password');
  const go = page.getByRole('button', { name: 'Send a test message' });
  await go.click();
  await page.locator('[data-step=imap_connect][data-state=failed]').waitFor({ timeout: 60_000 });
  await page.locator('[data-step=arrived][data-state=open]').waitFor();
  await fill('mail_password', provider.password);
  await go.click();
  await page.locator('[data-step=arrived][data-state=well]').waitFor({ timeout: 60_000 });
  equal(await page.locator('[data-state=well]').count(), 5, 'steps that went well');
}

await test('a wrong password is told in plain words, the right one leads where one wanted to go', async () => {
  const page = await visit(browser, { url: desk.url });
  await page.goto('/settings/queues?desk=nordhafen');
  await page.waitForURL('**/sign-in?to=*');
  await page.goto('/sign-in?desk=nordhafen&to=%2Fsettings%2Fqueues');
  await page.locator('input[name=email]').fill(ADMIN);
  await page.locator('input[name=password]').fill('not the password');
  await save(page);
  await page.locator('[role=alert]', { hasText: 'The address or the password is wrong.' }).waitFor();
  await page.locator('input[name=password]').fill(PASSWORD);
  await save(page);
  await page.waitForURL('**/settings/queues');
  await page.locator('h1', { hasText: 'Queues' }).waitFor();
  clean(page);
  await page.context().close();
});

await test('an agent is created in the settings and signs in', async () => {
  const page = await asAdmin('/settings/agents');
  await page.locator('a', { hasText: 'Add agent' }).click();
  await page.locator('input[name=name]').fill('Nele Neu');
  await page.locator('input[name=email]').fill('nele@nordhafen.example');
  await page.locator('input[name=password]').fill('the lamp of the pier is green');
  await page.locator('label', { hasText: 'Service Desk' }).click();
  await page.locator('button', { hasText: 'Add skill' }).click();
  await page.locator('input[aria-label="Skill 1"]').fill('printing');
  await page.locator('select[aria-label="Level of printing"]').selectOption('5');
  await save(page);
  await page.waitForURL(/\/settings\/agents\/\d+$/);
  const made = (await call('GET', '/api/v1/agents')).items.find((agent) => agent.email === 'nele@nordhafen.example');
  equal(JSON.stringify(made.skills), '[{"name":"printing","level":5}]', 'her skills');
  equal(made.queues.length, 1, 'her queues');
  const hers = await visit(browser, { url: desk.url });
  await signIn(hers, 'nele@nordhafen.example', { password: 'the lamp of the pier is green', to: '/me' });
  await hers.locator('h1', { hasText: 'Nele Neu' }).waitFor();
  clean(page);
  await hers.context().close();
  await page.context().close();
});

await test('what the server refuses is told at its field', async () => {
  const page = await asAdmin('/settings/agents/new');
  await page.locator('input[name=name]').fill('Twice There');
  await page.locator('input[name=email]').fill(ADMIN);
  await page.locator('input[name=password]').fill('password1');
  await save(page);
  const field = page.locator('[aria-invalid=true]').first();
  await field.waitFor();
  const about = await field.getAttribute('aria-describedby');
  holds(about && (await page.locator(`[id="${about.split(' ')[0]}"]`).textContent()).length > 8, 'the field says nothing');
  holds(await field.evaluate((element) => element === document.activeElement), 'the focus is not at the field');
  await page.context().close();
});

await test('a save is taken back with its undo', async () => {
  const page = await asAdmin('/settings/queues/1');
  const before = (await call('GET', '/api/v1/queues/1')).name;
  await page.locator('input[name=name]').fill('Front Desk');
  await save(page);
  await said(page, 'Saved.');
  equal((await call('GET', '/api/v1/queues/1')).name, 'Front Desk', 'the saved name');
  await page.locator('[role=status] button', { hasText: 'Undo' }).click();
  await until(async () => (await call('GET', '/api/v1/queues/1')).name === before, 'the name is back');
  await until(async () => (await page.locator('input[name=name]').inputValue()) === before, 'the form shows it');
  clean(page);
  await page.context().close();
});

await test("somebody else's save is shown and nothing is lost", async () => {
  const page = await asAdmin('/settings/queues/2');
  await page.locator('input[name=name]').fill('Mine');
  await call('PATCH', '/api/v1/queues/2', { name: 'Theirs' });
  await save(page);
  await page.locator('[role=alert]', { hasText: 'Somebody else has saved this meanwhile.' }).waitFor();
  await page.locator('text=Changed meanwhile to: Theirs').waitFor();
  equal(await page.locator('input[name=name]').inputValue(), 'Mine', 'what was typed');
  equal((await call('GET', '/api/v1/queues/2')).name, 'Theirs', 'what is stored before a choice');
  await page.locator('button', { hasText: 'Save my changes anyway' }).click();
  await said(page, 'Saved.');
  equal((await call('GET', '/api/v1/queues/2')).name, 'Mine', 'what is stored after it');
  await page.context().close();
});

await test('unsaved changes are guarded against links, Back and commands', async () => {
  const page = await asAdmin('/settings/queues');
  await page.locator('tbody a', { hasText: 'Applications' }).click();
  await page.locator('input[name=name]').fill('Half a thought');
  await page.locator('a[href="/customers"]').click();
  await page.locator('dialog[open]', { hasText: 'Leave without saving?' }).waitFor();
  await page.locator('dialog button', { hasText: 'Cancel' }).click();
  equal(await page.locator('input[name=name]').inputValue(), 'Half a thought', 'what was typed, after a link');
  await page.goBack();
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.press('Escape');
  equal(await page.locator('input[name=name]').inputValue(), 'Half a thought', 'what was typed, after Back');
  await page.goBack();
  await page.locator('dialog button', { hasText: 'Leave' }).click();
  await page.locator('h1', { hasText: 'Queues' }).waitFor();
  holds(/\/settings\/queues$/.test(page.url()), page.url());
  clean(page);
  await page.context().close();
});

await test('the language changes at once, in the whole desk, and stays', async () => {
  const page = await asAdmin('/me');
  await page.locator('label', { hasText: 'Polski' }).click();
  await page.locator('h2', { hasText: 'Wygląd' }).waitFor();
  await page.locator('nav', { hasText: 'Ustawienia' }).first().waitFor();
  equal(await page.evaluate(() => document.documentElement.lang), 'pl', 'the language of the page');
  await page.reload();
  await page.locator('h2', { hasText: 'Wygląd' }).waitFor();
  await page.goto('/settings/policies');
  await page.locator('h1', { hasText: 'Umowy SLA' }).waitFor();
  clean(page);
  await page.context().close();
});

await test('a service level says when a ticket opened now is due', async () => {
  const page = await asAdmin('/settings/policies/1');
  const cell = page.locator('tr', { hasText: 'Urgent' }).locator('td').first();
  await cell.locator('text=/Opened now: due/').waitFor();
  const before = await cell.textContent();
  await cell.locator('input').fill('400');
  await until(async () => (await cell.textContent()) !== before && !(await cell.textContent()).includes('…'), 'the preview follows');
  clean(page);
  await page.context().close();
});

await test('a token is shown once, works, and works no more when it is revoked', async () => {
  const page = await asAdmin('/settings/tokens');
  await page.locator('button', { hasText: 'New token' }).click();
  await page.locator('dialog input[name=name]').fill('Report');
  await page.locator('dialog label', { hasText: 'Read tickets' }).click();
  await page.locator('dialog button[type=submit]').click();
  const token = await page.locator('dialog code').textContent();
  const ask = async () => (await fetch(`${desk.url}/api/v1/tickets?limit=1`, { headers: { authorization: `Bearer ${token}` } })).status;
  equal(await ask(), 200, 'with the token');
  await page.locator('dialog button', { hasText: 'Done' }).click();
  await page.locator('tr', { hasText: 'Report' }).locator('button').click();
  await page.locator('dialog button', { hasText: 'Revoke' }).click();
  await page.locator('tr', { hasText: 'Report' }).locator('text=Revoked').waitFor();
  equal(await ask(), 401, 'after it was revoked');
  clean(page);
  await page.context().close();
});

await test('customers are found by name, and their tickets stand beside them', async () => {
  const page = await asAdmin('/customers');
  const wanted = (await call('GET', '/api/v1/tickets?limit=1')).items[0];
  await page.locator('input[type=search]').fill(wanted.customer.name);
  await page.locator('tbody a', { hasText: wanted.customer.name }).first().waitFor();
  await page.goto(`/customers/${wanted.customer.id}`);
  await page.locator('tbody a', { hasText: wanted.subject }).first().click();
  await page.waitForURL(`**/inbox/all/${wanted.id}`);
  clean(page);
  await page.context().close();
});

await test('a thousand agents scroll in a table of a few rows', async () => {
  await Promise.all(
    Array.from({ length: 8 }, async (_, lane) => {
      for (let i = lane; i < 1000; i += 8) await call('POST', '/api/v1/agents', { name: `Crew ${String(i).padStart(4, '0')}`, email: `crew${i}@nordhafen.example` });
    }),
  );
  const page = await asAdmin('/settings/agents', { size: DESKTOP });
  await page.locator('tbody a').first().waitFor();
  holds(Number(await page.locator('table').getAttribute('aria-rowcount')) > 1000, 'the table does not say how long it is');
  holds((await page.locator('tbody tr').count()) < 60, 'more rows exist than can be seen');
  await page.locator('[role=region]').evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await page.locator('tbody a', { hasText: (await call('GET', '/api/v1/agents')).items.at(-1).name }).waitFor();
  await page.locator('input[type=search]').fill('crew 0500');
  await page.locator('tbody a', { hasText: 'Crew 0500' }).waitFor();
  clean(page);
  await page.context().close();
});

await browser.close();
await desk.stop();
finish();
