// The states that are looked at: a page, how it is seen, and what is done there first.
import { PHONE } from './browser.mjs';

const NARROW = { width: 320, height: 640 };
const click = (selector) => (page) => page.locator(selector).first().click();
const dialog = (selector) => async (page) => {
  await page.locator(selector).first().click();
  await page.locator('dialog[open]').waitFor();
};
const keys = (pressed, appears) => async (page) => {
  await page.keyboard.press(pressed);
  await page.locator(appears).first().waitFor();
};

const sections = ['general', 'signin', 'undelivered', 'roster', 'roster/new', 'agents', 'agents/1', 'agents/new', 'queues', 'queues/1', 'routing', 'routing/1', 'categories', 'categories/1', 'tags', 'tags/new', 'fields', 'fields/new', 'entities', 'entities/new', 'matrix', 'calendars', 'calendars/1', 'policies', 'policies/1', 'escalation-chains', 'escalation-chains/new', 'webhooks', 'reasons', 'mailboxes', 'mailboxes/new', 'outgoing', 'portal', 'tokens', 'answers', 'answers/new', 'macros', 'macros/new', 'gate', 'gate/1', 'gate/replay', 'models', 'whatif', 'fairness', 'audit'];

/** Faults at the fields, and the bar that saves. */
const emptyForm = async (page) => {
  await page.locator('button[type=submit]').click();
  await page.locator('[aria-invalid=true]').first().waitFor();
};
const dirty = async (page) => {
  await page.locator('input[name=name]').fill('Another name');
  await page.locator('button[type=submit]').waitFor();
};
const leaving = async (page) => {
  await dirty(page);
  await page.locator('a[href="/customers"]').first().click();
  await page.locator('dialog[open]').waitFor();
};
const choices = async (page) => {
  await page.locator('select[name=kind]').selectOption({ index: 3 });
  const add = page.locator('button[class*=button]', { has: page.locator('svg.lucide-plus') }).last();
  for (let i = 0; i < 2; i += 1) await add.click();
};
/** Somebody else saves while the form is open. */
const overtaken = async (page) => {
  await page.locator('input[name=name]').fill('My name for it');
  await page.evaluate(async () => {
    const url = '/api/v1/queues/2';
    const session = await (await fetch('/api/v1/session')).json();
    const headers = { 'content-type': 'application/json', 'X-CSRF-Token': session.csrf_token };
    await fetch(url, { method: 'PATCH', headers, body: JSON.stringify({ name: `Theirs ${Date.now()}` }) });
  });
  await page.locator('button[type=submit]').click();
  await page.locator('form [role=alert]').waitFor();
};

const wholeMacro = async (page) => {
  const add = page.getByRole('button', { name: /Add change|Änderung hinzufügen|Dodaj zmianę/ });
  for (let i = 0; i < 4; i += 1) await add.click();
  await page.locator('select[name="reply.kind"]').selectOption({ index: 1 });
  await page.locator('textarea[lang]').first().waitFor();
};
const unfolded = async (page) => {
  for (const summary of (await page.locator('main summary').all()).slice(0, 3)) await summary.click();
};
const otherWish = async (page) => {
  await page.locator('select[name=precision]').selectOption({ index: 2 });
  await page.locator('form [role=status]:not([aria-busy=true])').waitFor();
};
const appears = (selector) => (page) => page.locator(selector).first().waitFor();
const found = appears('main ul li a');
const mistake = appears('[role=alert] code');
const completions = async (page) => {
  await page.locator('[role=combobox]').first().fill('printer status:');
  await page.locator('[role=option]').first().waitFor();
};
const savingView = async (page) => {
  await page.locator('header button[aria-pressed]').first().click();
  await page.locator('[role=combobox]').first().fill('printer is:open');
  await page.locator('section button:has(svg.lucide-bookmark-plus)').click();
  await page.locator('dialog[open]').waitFor();
};

const plan = async (page) => {
  await page.locator('#watch-dealing button').first().click();
  await page.locator('#watch-dealing [aria-live] > *').first().waitFor();
};
const undoPreview = async (page) => {
  await page.locator('input[name=from]').fill('2020-01-01T00:00');
  await page.locator('form button[type=submit]').click();
  await page.locator('[role=status]', { hasText: /\d/ }).first().waitFor();
};

// Seen at the side; a narrow window opens it first.
const whyThisPerson = async (page) => {
  await page.locator('[data-property=owner]').first().waitFor();
  const ask = page.locator('button[data-why]');
  if (page.viewportSize().width < 900) await page.keyboard.press(']');
  await ask.click();
  await page.locator('[data-answer] li').first().waitFor();
};
const pulling = async (page) => {
  await page.locator('select[name=assignment]').selectOption({ index: 1 });
  await page.locator('input[name=hands_out_below]').waitFor();
};

export const states = [
  { name: 'sign-in', path: '/sign-in', isOpen: true },
  { name: 'sign-in', path: '/sign-in', isOpen: true, dark: true, lang: 'pl-PL', size: PHONE },
  { name: 'sign-in with faults', path: '/sign-in', isOpen: true, lang: 'de-DE', act: emptyForm },
  { name: 'inbox', path: '/inbox/all' },
  { name: 'inbox', path: '/inbox/all', dark: true },
  { name: 'inbox', path: '/inbox/all', size: PHONE, lang: 'pl-PL' },
  { name: 'ticket', path: '/inbox/all/3' },
  { name: 'ticket', path: '/inbox/all/3', dark: true, lang: 'de-DE' },
  { name: 'ticket', path: '/inbox/all/3', size: PHONE },
  { name: 'ticket', path: '/inbox/all/3', size: NARROW },
  { name: 'routing of a ticket', path: '/inbox/all/3', act: whyThisPerson },
  { name: 'routing of a ticket', path: '/inbox/all/3', dark: true, size: PHONE, lang: 'pl-PL', act: whyThisPerson },
  { name: 'routing of a ticket', path: '/inbox/all/4', size: NARROW, lang: 'de-DE', act: whyThisPerson },
  { name: 'queue that pulls', path: '/settings/queues/1', act: pulling },
  { name: 'queue that pulls', path: '/settings/queues/1', dark: true, size: NARROW, lang: 'pl-PL', act: pulling },
  { name: 'palette', path: '/inbox/all', act: keys('Control+k', 'dialog[open]') },
  { name: 'shortcuts', path: '/inbox/all', act: keys('Shift+?', 'dialog[open]') },
  { name: 'search', path: '/search?q=printer', act: found },
  { name: 'search', path: '/search?q=drucker', act: found, dark: true, size: PHONE, lang: 'de-DE' },
  { name: 'search with a mistake', path: '/search?q=stauts:new', act: mistake },
  { name: 'search with a mistake', path: '/search?q=printer%20stauts:new', act: mistake, dark: true, size: NARROW, lang: 'pl-PL' },
  { name: 'completions', path: '/search', act: completions },
  { name: 'saving a view', path: '/inbox/all', act: savingView },
  { name: 'saving a view', path: '/inbox/all', act: savingView, dark: true, size: PHONE, lang: 'pl-PL' },
  ...sections.map((section) => ({ name: `settings ${section}`, path: `/settings/${section}` })),
  { name: 'settings index', path: '/settings', size: PHONE },
  { name: 'settings agents', path: '/settings/agents', size: PHONE, dark: true },
  { name: 'settings agent', path: '/settings/agents/1', size: NARROW, lang: 'de-DE' },
  { name: 'settings roster', path: '/settings/roster', size: NARROW, lang: 'pl-PL' },
  { name: 'settings calendar', path: '/settings/calendars/1', size: NARROW, lang: 'pl-PL' },
  { name: 'settings policy', path: '/settings/policies/1', size: PHONE, dark: true, lang: 'de-DE' },
  { name: 'new queue with faults', path: '/settings/queues/new', act: emptyForm },
  { name: 'new field of choices', path: '/settings/fields/new', dark: true, act: choices },
  { name: 'new field of choices', path: '/settings/fields/new', size: NARROW, lang: 'pl-PL', act: choices },
  { name: 'new macro with everything', path: '/settings/macros/new', act: wholeMacro },
  { name: 'new macro with everything', path: '/settings/macros/new', dark: true, size: NARROW, lang: 'pl-PL', act: wholeMacro },
  { name: 'new canned answer with faults', path: '/settings/answers/new', dark: true, size: NARROW, lang: 'pl-PL', act: emptyForm },
  { name: 'what if', path: '/settings/gate/replay', dark: true, ready: 'input[type=range]' },
  { name: 'what if', path: '/settings/gate/replay', size: NARROW, lang: 'de-DE', ready: 'input[type=range]' },
  { name: 'what if', path: '/settings/gate/replay', size: PHONE, lang: 'pl-PL', dark: true, ready: 'input[type=range]' },
  { name: 'another wish', path: '/settings/gate/1', act: otherWish },
  { name: 'audit list unfolded', path: '/settings/audit', act: unfolded },
  { name: 'audit list unfolded', path: '/settings/audit', dark: true, size: NARROW, lang: 'de-DE', act: unfolded },
  { name: 'unsaved changes', path: '/settings/queues/1', dark: true, act: dirty },
  { name: 'leaving unsaved changes', path: '/settings/queues/1', act: leaving },
  { name: 'save overtaken', path: '/settings/queues/2', act: overtaken },
  { name: 'new token', path: '/settings/tokens', dark: true, act: dialog('header button:visible:has-text("token")') },
  { name: 'time zones', path: '/settings/general', act: click('[role=combobox]') },
  { name: 'customers', path: '/customers' },
  { name: 'customers', path: '/customers', size: PHONE, lang: 'pl-PL' },
  { name: 'customer', path: '/customers/1' },
  { name: 'customer', path: '/customers/1', dark: true, size: NARROW },
  { name: 'new customer', path: '/customers/new', act: emptyForm },
  { name: 'organizations', path: '/orgs', dark: true },
  { name: 'organization', path: '/orgs/1', lang: 'de-DE' },
  { name: 'labels', path: '/labels', ready: 'fieldset' },
  { name: 'labels', path: '/labels', dark: true, size: NARROW, lang: 'pl-PL', ready: 'fieldset' },
  { name: 'labels', path: '/labels', size: PHONE, lang: 'de-DE', ready: 'fieldset' },
  { name: 'escalations', path: '/escalations' },
  { name: 'escalations', path: '/escalations', dark: true, size: NARROW, lang: 'pl-PL' },
  { name: 'escalations', path: '/escalations', size: PHONE, lang: 'de-DE' },
  { name: 'watch', path: '/watch', ready: 'table' },
  { name: 'watch', path: '/watch', dark: true, size: NARROW, lang: 'pl-PL', ready: 'table' },
  { name: 'watch', path: '/watch', size: PHONE, lang: 'de-DE', ready: 'table' },
  { name: 'watch, a plan', path: '/watch', lang: 'pl-PL', ready: '#watch-dealing button', act: plan },
  { name: 'watch, a plan', path: '/watch', dark: true, size: NARROW, ready: '#watch-dealing button', act: plan },
  { name: 'watch on a big screen', path: '/watch', dark: true, ready: 'table', act: keys('b', 'li[data-tone]') },
  { name: 'trust with a preview', path: '/settings/gate', act: undoPreview },
  { name: 'trust with a preview', path: '/settings/gate', dark: true, size: NARROW, lang: 'de-DE', act: undoPreview },
  { name: 'models', path: '/settings/models' },
  { name: 'models', path: '/settings/models', dark: true, size: NARROW, lang: 'pl-PL' },
  { name: 'models as a table', path: '/settings/models', lang: 'de-DE', act: click('main section button[aria-pressed]') },
  { name: 'forgotten password', path: '/sign-in/forgotten', isOpen: true, lang: 'de-DE' },
  { name: 'new password', path: '/sign-in/reset#link', isOpen: true, dark: true, lang: 'pl-PL', size: NARROW },
  { name: 'new password without a link', path: '/sign-in/reset', isOpen: true },
  { name: 'own security', path: '/me/security' },
  { name: 'own security', path: '/me/security', dark: true, lang: 'pl-PL', size: NARROW },
  { name: 'own sessions', path: '/me/sessions', lang: 'de-DE' },
  { name: 'own sessions', path: '/me/sessions', dark: true, size: NARROW },
  { name: 'new authenticator', path: '/me/security', dark: true, act: dialog('main button:has-text("authenticator")') },
  { name: 'own page', path: '/me' },
  { name: 'own page', path: '/me', dark: true, lang: 'pl-PL', size: PHONE },
];
