// Every page of the desk where there is little room: a window of 320 px, and a laptop at 200 percent. Nothing is wider than
// the window, nothing that can be pressed lies outside it, and what moves is still for those who wish so.
import { openBrowser, signIn, visit } from './browser.mjs';
import { caller, startDesk } from './desk.mjs';
import { finish, holds, test } from './report.mjs';
import { states } from './states.mjs';

const ADMIN = 'narrow@nordhafen.example';
const SIZES = [
  // In the languages whose words are longest.
  { name: '320 px', width: 320, height: 640, lang: 'de-DE' },
  { name: '200 percent', width: 720, height: 450, lang: 'pl-PL' },
];
const desk = await startDesk({ demo: 120 });
desk.addAgent(ADMIN, 'Ada Admin');
const call = caller(desk.url, desk.token());
const browser = await openBrowser();
const only = process.argv[2] ?? '';
const first = await visit(browser, { url: desk.url });
await signIn(first, ADMIN);
const cookies = await first.context().cookies();
await first.context().close();
// The longest names that people give make the hardest pages.
const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabteilung';
await call('PATCH', '/api/v1/tickets/3', { subject: `${long} ${long} ${long}` });
await call('PATCH', '/api/v1/queues/1', { name: long });
await call('PATCH', '/api/v1/customers/1', { name: `${long} ${long}` });
await call('POST', '/api/v1/tags', { name: long.slice(0, 50) });

const paths = [...new Set(states.filter((state) => !state.isOpen).map((state) => state.path))];
for (const size of SIZES) {
  const page = await visit(browser, { url: desk.url, size, lang: size.lang });
  await page.context().addCookies(cookies);
  for (const path of paths) {
    if (!`${size.name} ${path}`.includes(only)) continue;
    await test(`${size.name} ${path}`, async () => {
      await page.goto(path);
      await page.locator('h1:visible, h2:visible').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${size.width}${path.replaceAll(/[/?=]/g, '_')}.png` });
      const lost = await page.evaluate(outside);
      holds(lost.length === 0, lost.slice(0, 4).join(' / '));
      const moving = await page.evaluate(() => document.getAnimations().filter((each) => Number(each.effect?.getComputedTiming().duration) > 20).length);
      holds(moving === 0, `${moving} things move although the reader wishes them still`);
    });
  }
  await page.context().close();
}
await browser.close();
await desk.stop();
finish();

/** What is wider than the window, and what can be pressed but lies outside it and cannot be scrolled to. Runs in the page. */
function outside() {
  const out = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) out.push(`the page is ${wide} px wider than its window`);
  const isReached = (element) => {
    for (let at = element.parentElement; at; at = at.parentElement) {
      const { overflowX, textOverflow } = getComputedStyle(at);
      if (/auto|scroll/.test(overflowX) && at.scrollWidth > at.clientWidth) return true;
      // Cut short with dots, which is meant.
      if (overflowX === 'hidden' && textOverflow === 'ellipsis') return at.getBoundingClientRect().right <= innerWidth + 1;
    }
    return false;
  };
  for (const element of document.querySelectorAll('a, button, input, select, textarea, h1, h2')) {
    const box = element.getBoundingClientRect();
    const isHidden = !element.checkVisibility({ visibilityProperty: true }) || box.width < 2 || element.closest('[inert], .sr, .skip');
    if (isHidden || (box.left >= -1 && box.right <= innerWidth + 1) || isReached(element)) continue;
    // A drawer that waits beside the window is no loss.
    if (box.right <= 0 || box.left >= innerWidth) continue;
    out.push(`<${element.localName}> "${(element.textContent || element.getAttribute('aria-label') || element.name || '').trim().slice(0, 30)}" from ${Math.round(box.left)} to ${Math.round(box.right)}`);
  }
  return out;
}
