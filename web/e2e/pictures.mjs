// Pictures of every page, to be looked at by people: light, dark, a phone, 200 percent, German, Polish; and the set-up, step by
// step. No test: nothing is judged.
//   take_pictures FOLDER [PART_OF_A_NAME...]     LOOKS=dark,phone takes these looks only
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openBrowser, signIn, visit } from './browser.mjs';
import { caller, PASSWORD, startDesk } from './desk.mjs';
import { openPortal, portalStates } from './portal_states.mjs';
import { openSink } from './smtp_sink.mjs';
import { states } from './states.mjs';

const LOOKS = {
  light: {},
  dark: { dark: true },
  phone: { size: { width: 360, height: 740 } },
  large: { size: { width: 720, height: 450 } },
  german: { lang: 'de-DE' },
  polish: { lang: 'pl-PL' },
};
const ADMIN = 'pictures@nordhafen.example';
const [folder, ...parts] = process.argv.slice(2);
if (!folder) {
  console.error('take_pictures FOLDER [PART_OF_A_NAME...]');
  process.exit(2);
}
fs.mkdirSync(folder, { recursive: true });
const looks = Object.entries(LOOKS).filter(([name]) => !process.env.LOOKS || process.env.LOOKS.split(',').includes(name));
const isWanted = (name) => parts.length === 0 || parts.some((part) => name.includes(part));
const nameOf = (text) => text.replaceAll(/[^\w-]+/g, '_').replaceAll(/^_|_$/g, '');

const browser = await openBrowser();
const sink = await openSink();
const config = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-pictures-')), 'lotse.toml');
fs.writeFileSync(config, `[relay]\nurl = "smtp://127.0.0.1:${sink.port}"\nsecurity = "none"\n`);
if (isWanted('setup')) await takeSetup();
await takePages();
await browser.close();
sink.close();

/** `page` as a whole, however long it is: what scrolls inside is shown as far as it goes. */
async function take(page, name) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy=true]')).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  const more = await page.evaluate(() => {
    const main = document.querySelector('main') ?? document.scrollingElement;
    const tallest = [document.scrollingElement, main, ...main.querySelectorAll('*')].filter((each) => each && each.scrollHeight > each.clientHeight + 200 && each.clientHeight > 200 && (each === document.scrollingElement || /auto|scroll/.test(getComputedStyle(each).overflowY)));
    return Math.max(0, ...tallest.map((each) => each.scrollHeight - each.clientHeight));
  });
  if (more < 100) return;
  const size = page.viewportSize();
  await page.setViewportSize({ width: size.width, height: Math.min(size.height + more, 4000) });
  await page.screenshot({ path: path.join(folder, `${name}-whole.png`) });
  await page.setViewportSize(size);
}

async function takePages() {
  const desk = await startDesk({ demo: 200, args: ['--config', config] });
  desk.addAgent(ADMIN, 'Ada Admin');
  const call = caller(desk.url, desk.token());
  const first = await visit(browser, { url: desk.url });
  await signIn(first, ADMIN);
  const cookies = await first.context().cookies();
  await first.context().close();
  const customer = await openPortal({ browser, desk, sink, call });
  const seen = new Set();
  for (const state of [...states, ...portalStates(customer)]) {
    const name = nameOf(state.act ? `${state.path}-${state.name}` : state.path) || 'start';
    if (seen.has(name) || !isWanted(name)) continue;
    seen.add(name);
    for (const [look, how] of looks) {
      const page = await visit(browser, { url: desk.url, ...how });
      page.setDefaultTimeout(15_000);
      try {
        if (!state.isOpen) await page.context().addCookies(state.isCustomer ? customer.cookies : cookies);
        await page.goto(state.path);
        await page.locator(state.ready ?? 'h1:visible').first().waitFor();
        if (!state.isCustomer) await state.act?.(page);
        else if (how.lang) await page.locator(`footer button[lang=${how.lang.slice(0, 2)}]`).click();
        await take(page, `${name}-${look}`);
        if (page.faults.length) console.log(`# ${name} ${look}: ${page.faults[0]}`);
      } catch (error) {
        console.log(`# ${name} ${look}: ${String(error).split('\n')[0]}`);
      } finally {
        await page.context().close();
      }
    }
    console.log(name);
  }
  await desk.stop();
}

/** The first start with the demo desk beside it, as somebody sees it who reads along. */
async function takeSetup() {
  for (const [look, how] of looks) {
    const desk = await startDesk({ args: ['--config', config] });
    const page = await visit(browser, { url: desk.url, ...how });
    page.setDefaultTimeout(20_000);
    let step = 0;
    const picture = () => {
      step += 1;
      return take(page, `setup-${step}-${look}`);
    };
    const next = async () => {
      await picture();
      await page.locator('button[type=submit]').click();
    };
    const fill = async (name, text) => {
      await page.locator(`input[name=${name}]`).waitFor();
      await page.locator(`input[name=${name}]`).fill(text);
    };
    try {
      await page.goto('/setup');
      await page.locator('h1').first().waitFor();
      await next(); // without the token: its fault
      await page.goto(`/setup#${desk.ready.setup_token}`);
      await page.reload();
      await page.locator('h1').first().waitFor();
      await next();
      await fill('desk_name', 'Harbour Help');
      await next();
      await page.locator('select[name=language]').waitFor();
      await next();
      await fill('admin_name', 'Ada Harbour');
      await fill('admin_email', 'ada@harbour.example');
      await fill('admin_password', 'too short');
      await next();
      await page.locator('[aria-invalid=true]').first().waitFor();
      await fill('admin_password', PASSWORD);
      await next();
      await page.locator('input[name=second_factor]').first().waitFor();
      await picture();
      await page.locator('input[name=second_factor]').nth(2).check();
      await page.locator('input[name=knows_risk]').check();
      await next();
      await page.locator('input[name=mail_from]').waitFor();
      await picture();
      await page.locator('input[name=has_mailbox]').uncheck();
      await next();
      await page.locator('input[type=radio]').first().waitFor();
      await next();
      await page.locator('input[name=demo]').check();
      await next();
      await page.waitForURL('**/settings**');
      await page.locator('progress').waitFor();
      await picture();
      await page.locator('progress').waitFor({ state: 'detached', timeout: 600_000 });
      await picture();
    } catch (error) {
      console.log(`# setup ${look}: ${String(error).split('\n')[0]}`);
      await take(page, `setup-fault-${look}`);
    } finally {
      await page.context().close();
      await desk.stop();
    }
    console.log(`setup ${look}`);
  }
}
