// One Chromium for a suite, and pages that report what went wrong in them.
import fs from 'node:fs';
import { chromium } from 'playwright-core';
import { PASSWORD } from './desk.mjs';

const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((file) => fs.existsSync(file));
export const openBrowser = () => chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** A visitor of their own: no cookie, no storage of others. `faults` collects errors of scripts and refused content. */
export async function visit(browser, { url, size = DESKTOP, lang = 'en-GB', dark = false, js = true, address } = {}) {
  const context = await browser.newContext({
    viewport: size,
    locale: lang,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    baseURL: url,
    javaScriptEnabled: js,
    hasTouch: size.width < 500,
    // Where a proxy says that they come from: attempts to sign in are counted by it.
    extraHTTPHeaders: address ? { 'X-Forwarded-For': address } : undefined,
  });
  // An agent's own language would be taken before the browser's: it is chosen at the desk, as its menu does.
  if (!lang.startsWith('en')) await context.addInitScript((chosen) => localStorage.getItem('lang') ?? localStorage.setItem('lang', chosen), lang.slice(0, 2));
  const page = await context.newPage();
  page.setDefaultTimeout(60_000); // for a machine that has other work, too
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) page.faults.push(message.text());
  });
  return page;
}

export async function signIn(page, email, { password = PASSWORD, to = '/inbox', desk = 'nordhafen' } = {}) {
  await page.goto(`/sign-in?desk=${desk}&to=${encodeURIComponent(to)}`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL((where) => !where.pathname.startsWith('/sign-in'));
}
