import { comeIn, isGone, linkIn, SIGN_IN, wordsOf } from '../customer.mjs';
import { holds, until } from '../report.mjs';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const VOTE = /https?:\/\/\S+\/help\/csat\/\S+\?score=1/;
const send = (page) => page.locator('main form[enctype] button[type=submit]').click();
const status = async (call, ticket) => (await call('GET', `/api/v1/tickets/${ticket}`)).status;

/** Writes, comes in by the link, reads, answers, opens again, and says how it was. */
async function roundTrip({ visitor, call, sink, desk }, email, subject) {
  const { hostname, port } = new URL(desk.url);
  await call('PATCH', '/api/v1/portal', { url: `http://${hostname}:${port}` });
  const page = await visitor();
  await until(async () => (await page.goto('/help')).ok(), 'the portal');
  await page.locator('main a[href="/help/new"]').click();
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=name]').fill('Olga <b>Nowak</b>');
  await page.locator('input[name=subject]').fill(subject);
  await page.locator('textarea').fill('It prints hearts only.\n\nSince Monday.');
  await page.locator('input[type=file]').setInputFiles({ name: 'hearts.png', mimeType: 'image/png', buffer: PNG });
  await send(page);
  await page.locator('h1', { hasText: 'we have it' }).waitFor();
  const ticketPage = await linkIn(sink, email, /https?:\/\/\S+\/help\/tickets\/\d+/);
  const confirmation = sink.mails.find((mail) => mail.to.includes(email));
  holds(!confirmation.text.includes(subject) && !wordsOf(confirmation).includes('Nowak'), 'a stranger chose words of the confirmation');

  // Nobody has proved the address yet.
  await page.goto(ticketPage);
  holds(page.url().endsWith('/help/sign-in'), `what is private was shown at ${page.url()}`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('main button[type=submit]').click();
  await isGone(page, 'main input[name=email]');
  const link = await linkIn(sink, email, SIGN_IN);
  for (const scanner of [await fetch(link), await fetch(link, { method: 'HEAD' })]) holds(scanner.ok, `the scanner got ${scanner.status}`);
  await page.goto(link);
  await page.locator('main p', { hasText: email }).waitFor();
  await page.locator('main button[type=submit]').click();
  await page.locator('main a', { hasText: subject }).click();
  await page.locator('.message', { hasText: 'It prints hearts only.' }).waitFor();
  const file = await page.context().request.get(await page.locator('.files a').getAttribute('href'));
  holds(PNG.equals(await file.body()), 'the file is another one');
  holds(/^attachment/.test(file.headers()['content-disposition']), 'the file opens in the browser');

  await page.locator('textarea').fill('On floor 2, too.');
  await page.locator('input[type=file]').setInputFiles({ name: 'floor 2 żółw.txt', mimeType: 'text/plain', buffer: Buffer.from('hearts') });
  await send(page);
  await page.locator('.message', { hasText: 'On floor 2, too.' }).locator('a', { hasText: 'floor 2 żółw.txt' }).waitFor();

  const id = Number(/\d+$/.exec(page.url())[0]);
  await call('POST', `/api/v1/tickets/${id}/notes`, { text: 'INTERNAL: she is fond of hearts' });
  await call('POST', `/api/v1/tickets/${id}/forwards`, { text: 'INTERNAL: dear supplier', to: [{ address: 'sales@supplier.example' }], articles: [(await call('GET', `/api/v1/tickets/${id}`)).articles[0].id] });
  const before = sink.mails.length;
  await call('POST', `/api/v1/tickets/${id}/replies`, { text: 'A new drum is in.', then: 'solved', hold_seconds: 0 });
  holds((await linkIn(sink, email, /https?:\/\/\S+\/help\/tickets\/\d+/, before)) === ticketPage, 'the answer leads elsewhere');
  const first = await linkIn(sink, email, VOTE, before);
  await until(async () => {
    await page.reload();
    return page.locator('.message', { hasText: 'A new drum is in.' }).count();
  }, 'the answer on the page');
  holds(!(await page.content()).includes('INTERNAL'), 'the page tells what is internal');
  await page.locator('button', { hasText: 'It is not solved' }).click();
  await page.locator('.state.open').waitFor();
  holds((await status(call, id)) === 'open', 'the ticket is not open');
  await page.locator('button', { hasText: 'It is solved' }).click();
  await page.locator('.state.solved').waitFor();
  await page.locator('button', { hasText: 'It is not solved' }).click();
  await page.locator('.state.open').waitFor();

  holds((await fetch(first)).status === 410, 'a vote about a solution that did not last');
  const answered = sink.mails.length;
  await call('PATCH', `/api/v1/tickets/${id}`, { status: 'solved' });
  const asked = await linkIn(sink, email, VOTE, answered);
  holds((await fetch(asked)).ok, 'the scanner got no page');
  holds((await call('GET', `/api/v1/tickets/${id}`)).satisfaction === null, 'a scanner has voted');
  await page.goto(asked);
  await page.locator('input[name=comment]').fill('It took a week.');
  await page.locator('.survey button.primary').click();
  await page.locator('main .done[role=status]').waitFor();
  const said = (await call('GET', `/api/v1/tickets/${id}`)).satisfaction;
  holds(said?.score === 1 && said.comment === 'It took a week.', JSON.stringify(said));
  await page.locator('button', { hasText: 'Sign out' }).click();
  await page.goto(ticketPage);
  holds(page.url().endsWith('/help/sign-in'), 'the page is still open');
  return id;
}

export const portal = [
  [
    'a_customer_writes_reads_answers_and_judges_and_the_agent_sees_it',
    async ({ open, ...world }) => {
      const id = await roundTrip(world, 'olga@customer.example', 'Hearts in the portal');
      const page = await open({ path: `/inbox/all/${id}` });
      await page.locator('aside section', { hasText: 'It took a week.' }).waitFor();
    },
  ],
  [
    'the_portal_works_without_javascript',
    async ({ visitor, ...world }) => {
      await roundTrip({ ...world, visitor: () => visitor({ js: false }) }, 'jan@customer.example', 'Hearts without scripts');
    },
  ],
  [
    'the_portal_speaks_the_language_that_was_chosen',
    async ({ visitor, sink }) => {
      const page = await visitor({ lang: 'de-DE' });
      await page.goto('/help');
      await page.locator('h1', { hasText: 'Was können wir für Sie tun?' }).waitFor();
      await page.locator('footer button[lang=pl]').click();
      await page.locator('h1', { hasText: 'Jak możemy pomóc?' }).waitFor();
      await comeIn(page, sink, 'kasia@customer.example');
      const mail = sink.mails.findLast((each) => each.to.includes('kasia@customer.example'));
      holds(wordsOf(mail).includes('Dzień dobry'), 'the mail is in another language');
      await page.goto('/help/settings');
      await page.locator('select[name=zone]').selectOption('Asia/Tokyo');
      await page.locator('main button[type=submit]').click();
      await page.locator('[role=status]').waitFor();
      holds((await page.locator('select[name=zone]').inputValue()) === 'Asia/Tokyo', 'the zone was not kept');
    },
  ],
  [
    'an_admin_gives_the_portal_name_colour_and_logo',
    async ({ open, visitor, call }) => {
      const page = await open({ path: '/settings/portal' });
      await page.locator('input[name=name]').fill('Hilfe am Hafen');
      await page.locator('input[name=color]').fill('#ffee00');
      await page.locator('[aria-invalid=true]').waitFor();
      await page.locator('input[name=color]').fill('#7a1f3d');
      await page.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PNG });
      await page.locator('main button[type=submit]').click();
      await until(async () => (await call('GET', '/api/v1/portal')).color === '#7a1f3d', 'the colour');
      const seen = await visitor();
      await until(async () => {
        await seen.goto('/help');
        return seen.locator('header', { hasText: 'Hilfe am Hafen' }).count();
      }, 'the name in the portal');
      const button = seen.locator('main a.primary').first();
      holds((await button.evaluate((each) => getComputedStyle(each).backgroundColor)) === 'rgb(122, 31, 61)', 'the button has another colour');
      holds(await seen.locator('.brand img').evaluate((image) => image.naturalWidth === 1), 'the logo does not load');
      await call('PATCH', '/api/v1/portal', { name: '', color: '', logo: '' });
    },
  ],
];
