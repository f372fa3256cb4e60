// The eye of the drill: a page that notices whatever runs in it, or would run at a touch.
import { visit } from '../browser.mjs';

/** `cookies` sign it in. The content policy is off: the pages are tried, not their last line of defence. */
export async function openEye(browser, { url, cookies = [], size = { width: 1400, height: 1400 } }) {
  const ran = new Set();
  const context = await browser.newContext({ baseURL: url, bypassCSP: true, viewport: size });
  if (cookies.length) await context.addCookies(cookies);
  await context.exposeFunction('xssRan', (text) => ran.add(String(text)));
  await context.addInitScript(() => {
    const tell = (text) => globalThis.xssRan?.(`${location.pathname}: ${text}`);
    globalThis.alert = tell;
    globalThis.confirm = tell;
    globalThis.prompt = tell;
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('dialog', (dialog) => {
    ran.add(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  const eye = { page, ran, shown: 0, close: () => context.close() };
  /** Looks at what is shown now; throws at the first thing that ran or could. */
  eye.inspect = async (where) => {
    eye.shown += 1;
    for (const frame of page.frames()) {
      const found = await frame.evaluate(dangers).catch(() => []);
      if (found.length) throw new Error(`${where}: ${found.slice(0, 3).join(' ')}`);
    }
    if (!page.url().startsWith(url)) throw new Error(`${where}: the page went to ${page.url()}`);
    if (ran.size) throw new Error(`${where}: ${[...ran].slice(0, 3).join(' ')}`);
  };
  /** Loads a page whole. */
  eye.look = async (path, ready = 'h1:visible, h2:visible') => {
    await page.goto(path);
    await page.locator(ready).first().waitFor();
    await page.waitForFunction(() => !document.querySelector('[aria-busy=true]'));
    await eye.inspect(path);
  };
  /** Goes on within the loaded page, as a link does. */
  eye.turn = async (path, ready) => {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
    await page.locator(ready).first().waitFor({ state: 'attached' });
    await eye.inspect(path);
  };
  return eye;
}

/** Handlers, addresses that run, and scripts, in one document. Runs there. */
function dangers() {
  const bad = /^[\s\p{Cc}]*(j\s*a\s*v\s*a\s*script|vbscript|data:(text|image\/svg))/iu;
  const out = [];
  for (const element of document.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const runs = /^(href|src|action|formaction|data|xlink:href)$/i.test(name) && bad.test(value);
      if (/^on/i.test(name) || name === 'srcdoc' || runs) out.push(`<${element.localName} ${name}=${value.slice(0, 60)}>`);
    }
    if (element.localName === 'script' && !element.src && element.type !== 'application/json') out.push('<script>');
    if (['base', 'object', 'embed'].includes(element.localName)) out.push(`<${element.localName}>`);
  }
  return out;
}

/** The cookies of somebody who has signed in by hand. */
export async function cookiesOf(browser, url, signIn) {
  const page = await visit(browser, { url });
  await signIn(page);
  const cookies = await page.context().cookies();
  await page.context().close();
  return cookies;
}
