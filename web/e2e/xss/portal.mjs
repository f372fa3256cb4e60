// The customers' pages: whatever agents and customers have written, and what is typed into forms that are shown again.
import { visit } from '../browser.mjs';
import { comeIn, linkIn } from '../customer.mjs';
import { holds } from '../report.mjs';
import { openEye } from './eye.mjs';
import { A_TEXT } from './fill.mjs';

export const PORTAL_CUSTOMER = 'c0@sender.example';

/** Signed in as the customer of all tickets whose texts hold the attacks. */
export async function openPortal({ browser, desk, sink }) {
  const page = await visit(browser, { url: desk.url });
  await comeIn(page, sink, PORTAL_CUSTOMER);
  const cookies = await page.context().cookies();
  await page.context().close();
  return openEye(browser, { url: desk.url, cookies, size: { width: 1400, height: 6000 } });
}

/** Every list of theirs, and these tickets; gives how many attacks stand on these pages. */
export async function readPortal({ eye, tickets }) {
  for (const path of ['/help', '/help/new', '/help/settings', '/help/tickets?state=solved']) await eye.look(path);
  for (let path = '/help/tickets'; path; ) {
    await eye.look(path);
    path = await eye.page.locator('main a[href*="after="]').first().getAttribute('href', { timeout: 500 }).catch(() => null);
  }
  const marks = new Set();
  for (const id of tickets) {
    await eye.look(`/help/tickets/${id}`, 'main h1');
    for (const [, n] of (await eye.page.locator('main').textContent()).matchAll(/mark-(\d+)\./g)) marks.add(n);
  }
  const wanted = tickets.length * A_TEXT;
  holds(marks.size >= wanted * 0.9, `only ${marks.size} of ${wanted} attacks stand on the customer's pages`);
  return marks.size;
}

/** What a form can carry of it: no bytes that steer, and what is no letter in UTF-16 comes back as the mark for that. */
const plain = (text) => text.replaceAll(/[\p{Cc}\p{Cs}\uFFFD]/gu, '');

/** Forms with faults are shown again with what was typed; addresses hold attacks, too. */
export async function typeIntoPortal({ browser, desk, vectors, fitting, isLong }) {
  const eye = await openEye(browser, { url: desk.url });
  const texts = Array.from({ length: vectors.length / A_TEXT }, (_, i) => vectors.slice(i * A_TEXT, (i + 1) * A_TEXT).join('\n'));
  for (const [i, text] of texts.slice(0, isLong ? texts.length : 3).entries()) {
    // Each from a place of its own, as limits count them.
    await eye.page.setExtraHTTPHeaders({ 'X-Forwarded-For': `203.0.113.${i + 1}` });
    await eye.page.goto('/help/new');
    await eye.page.locator('main form[enctype]').evaluate((form) => form.setAttribute('novalidate', ''));
    for (const [name, typed] of [['email', `${i} ${fitting(150)}`], ['name', fitting(150)], ['subject', fitting(200)]]) await eye.page.locator(`input[name=${name}]`).fill(typed);
    await eye.page.locator('textarea').fill(text);
    await eye.page.locator('main form[enctype] button[type=submit]').click();
    await eye.page.locator('[aria-invalid=true]').first().waitFor();
    const again = await eye.page.locator('textarea').inputValue();
    holds(plain(again) === plain(text), `what was typed in ${i} is not shown again: ${JSON.stringify(again.slice(0, 200))}`);
    await eye.inspect(`a form with faults, ${i}`);
    await eye.page.goto('/help/sign-in');
    await eye.page.locator('main form').first().evaluate((form) => form.setAttribute('novalidate', ''));
    await eye.page.locator('main input[name=email]').fill(`${i} ${fitting(150)}`);
    await eye.page.locator('main form button[type=submit]').first().click();
    await eye.page.locator('[aria-invalid=true]').first().waitFor();
    await eye.inspect(`a sign-in with faults, ${i}`);
  }
  for (let i = 0; i < (isLong ? 60 : 3); i += 1) {
    const attack = encodeURIComponent(fitting(150));
    for (const path of [`/help/${attack}`, `/help/tickets?state=${attack}`, `/help/link/${attack}`, `/help/csat/${attack}?score=${attack}`]) {
      await eye.page.setExtraHTTPHeaders({ 'X-Forwarded-For': `203.0.${i}.${path.length % 250}` });
      await eye.page.goto(path);
      await eye.inspect(path);
    }
  }
  const { shown, ran } = eye;
  await eye.close();
  return { shown, ran };
}

/** The survey of a ticket that was solved shows what the customer wrote there before. */
export async function judgeInPortal({ eye, call, sink, ticket, vectors }) {
  const before = sink.mails.length;
  await call('PATCH', `/api/v1/tickets/${ticket}`, { status: 'solved' });
  const address = await linkIn(sink, PORTAL_CUSTOMER, /https?:\/\/\S+\/help\/csat\/\S+\?score=1/, before);
  await eye.look(new URL(address).pathname + new URL(address).search);
  await eye.page.locator('input[name=comment]').fill(vectors.slice(0, 40).join(' ').replaceAll(/\p{Cc}/gu, ' ').slice(0, 900));
  await eye.page.locator('.survey button.primary').click();
  await eye.page.locator('p.done[role=status]').waitFor();
  await eye.inspect('a survey that was answered');
  await eye.look(`/help/tickets/${ticket}`);
}
