// The states of the customers' pages that are looked at, and the customer who sees them.
import { PHONE, visit } from './browser.mjs';
import { comeIn, linkIn } from './customer.mjs';
import { until } from './report.mjs';

const NARROW = { width: 320, height: 640 };
const OLGA = 'olga@customer.example';
/** Browsers would stop an empty form themselves. */
const sendEmpty = async (page) => {
  await page.locator('main form').first().evaluate((form) => form.setAttribute('novalidate', ''));
  await page.locator('main form button').last().click();
  await page.locator('[aria-invalid=true]').first().waitFor();
};
/** Whoever has signed in sees their own language, whatever the browser asks for. */
const speak = (lang) => async (page) => {
  await page.locator(`footer button[lang=${lang}]`).click();
  await page.locator(`html[lang=${lang}]`).waitFor();
};
/** Says how it was, with a word; who has said so is thanked again. */
const judge = async (page) => {
  if (await page.locator('[role=status]').count()) return;
  await page.locator('input[name=comment]').fill('Quick and kind');
  await page.locator('.survey button.primary').click();
  await page.locator('[role=status]').waitFor();
};
const everywhere = (state) =>
  [state, { ...state, dark: true, lang: 'de-DE', size: PHONE }, { ...state, lang: 'pl-PL', size: NARROW }].map((each) =>
    each.isCustomer ? { ...each, act: speak((each.lang ?? 'en').slice(0, 2)) } : each,
  );

/** A customer with an open ticket, a solved one with the question how it was, and a session. */
export async function openPortal({ browser, desk, sink, call }) {
  await call('PATCH', '/api/v1/portal', { url: desk.url });
  const page = await visit(browser, { url: desk.url });
  await until(async () => (await page.goto('/help')).ok(), 'the portal');
  await comeIn(page, sink, OLGA);
  const tickets = [];
  for (const subject of ['The printer on floor 2 prints hearts', 'A_name_without_any_blank_that_is_longer_than_a_phone_is_wide_and_goes_on']) {
    await page.goto('/help/new');
    await page.locator('input[name=subject]').fill(subject);
    await page.locator('textarea').fill('Good morning,\n\nit prints hearts only, since Monday.\nWhat can I do?');
    await page.locator('input[type=file]').setInputFiles({ name: 'hearts_on_paper_in_a_long_name_without_blanks.txt', mimeType: 'text/plain', buffer: Buffer.from('hearts') });
    await page.locator('main form[enctype] button[type=submit]').click();
    await page.waitForURL(/\/help\/tickets\/\d+/);
    tickets.push(Number(/\d+$/.exec(page.url())[0]));
  }
  const [open, solved] = tickets;
  await call('POST', `/api/v1/tickets/${open}/replies`, { text: 'Good morning Olga,\n\nplease switch it off and on again: https://example.org/manual', then: 'waiting', hold_seconds: 0 });
  await call('POST', `/api/v1/tickets/${solved}/replies`, { text: 'A new drum is in.', then: 'open', hold_seconds: 0 });
  const before = sink.mails.length;
  await call('PATCH', `/api/v1/tickets/${solved}`, { status: 'solved' });
  const survey = new URL(await linkIn(sink, OLGA, /https?:\/\/\S+\/help\/csat\/\S+\?score=5/, before));
  const cookies = await page.context().cookies();
  await page.context().close();
  return { cookies, open, solved, survey: survey.pathname + survey.search };
}

export const portalStates = ({ open, solved, survey }) => [
  ...everywhere({ name: 'portal start', path: '/help', isOpen: true }),
  ...everywhere({ name: 'portal request', path: '/help/new', isOpen: true }),
  { name: 'portal request with faults', path: '/help/new', isOpen: true, act: sendEmpty, dark: true },
  { name: 'portal request with faults', path: '/help/new', isOpen: true, act: sendEmpty, size: NARROW, lang: 'de-DE' },
  { name: 'portal sign-in', path: '/help/sign-in', isOpen: true },
  { name: 'portal link used up', path: `/help/link/${'A'.repeat(43)}`, isOpen: true, dark: true },
  { name: 'portal nothing', path: '/help/nothing', isOpen: true, lang: 'pl-PL' },
  ...everywhere({ name: 'portal tickets', path: '/help/tickets', isCustomer: true }),
  { name: 'portal solved tickets', path: '/help/tickets?state=solved', isCustomer: true, dark: true },
  ...everywhere({ name: 'portal ticket', path: `/help/tickets/${open}`, isCustomer: true }),
  ...everywhere({ name: 'portal solved ticket', path: `/help/tickets/${solved}`, isCustomer: true }),
  ...everywhere({ name: 'portal survey', path: survey, isOpen: true }),
  { name: 'portal survey answered', path: survey, isOpen: true, act: judge },
  { name: 'portal survey used up', path: '/help/csat/nothing?score=1', isOpen: true, dark: true, lang: 'pl-PL' },
  { name: 'portal settings', path: '/help/settings', isCustomer: true, dark: true, size: PHONE },
];
