import { equal, holds, until } from '../report.mjs';
import { field, openTicket, row, toast } from './world.mjs';

export const everyday = [
  [
    'a_change_is_seen_at_once_and_undone_from_its_message',
    async ({ open, mailIn, call }) => {
      const ticket = await mailIn({ subject: 'Undo me' });
      const page = await open();
      await openTicket(page, ticket);
      await page.keyboard.press('p');
      await page.getByRole('option', { name: 'Urgent' }).click();
      await page.locator('[data-property=priority]', { hasText: 'Urgent' }).waitFor();
      await until(async () => (await call('GET', `/api/v1/tickets/${ticket.id}`)).priority === 'urgent', 'urgent on the server');
      await page.keyboard.press('z');
      await until(async () => (await call('GET', `/api/v1/tickets/${ticket.id}`)).priority === ticket.priority, 'the old priority on the server');
      await page.locator('[data-property=priority]', { hasNotText: 'Urgent' }).waitFor();
    },
  ],
  [
    'solved_leads_to_the_next_ticket',
    async ({ open, call }) => {
      const page = await open({ path: '/inbox/unassigned' });
      await page.goto('/inbox/all');
      await page.locator('[data-row]').first().click();
      await field(page).waitFor();
      const first = page.url();
      await page.keyboard.press('e');
      await page.waitForURL((url) => url.href !== first);
      const id = Number(first.split('/').pop());
      await until(async () => ['solved', 'open'].includes((await call('GET', `/api/v1/tickets/${id}`)).status), 'the state on the server');
      await toast(page, /Solved|Opened again/).waitFor();
    },
  ],
  [
    'many_tickets_are_changed_as_one_and_taken_back_as_one',
    async ({ open, mailIn, call }) => {
      const tickets = [];
      for (const n of [1, 2, 3]) tickets.push(await mailIn({ subject: `Bulk ${n}` }));
      const page = await open();
      for (const ticket of tickets) {
        await row(page, ticket.subject).waitFor();
        await page.locator('li', { has: row(page, ticket.subject) }).getByRole('checkbox').check({ force: true });
      }
      await page.getByText('3 selected').waitFor();
      await page.keyboard.press('p');
      await page.getByRole('option', { name: 'High' }).click();
      const all = async (wanted) => (await Promise.all(tickets.map((each) => call('GET', `/api/v1/tickets/${each.id}`)))).every((each, i) => each.priority === (wanted ?? tickets[i].priority));
      await until(() => all('high'), 'three high ones');
      await toast(page, 'High').getByRole('button', { name: /Undo/ }).click();
      await until(() => all(), 'three as before');
    },
  ],
  [
    'a_canned_answer_is_made_in_the_settings_and_answers_a_ticket',
    async ({ open, mailIn }) => {
      const ticket = await mailIn({ subject: 'Have you tried' });
      const page = await open({ path: '/settings/answers/new' });
      await page.locator('input[name=name]').fill('Start it anew');
      await page.locator('input[name=shortcut]').fill('start-anew');
      await page.locator('textarea[lang=en]').fill('Please start it once more, ticket {{ticket.id}} stays open.');
      await page.locator('button[type=submit]').click();
      await page.waitForURL(/\/settings\/answers\/\d+$/);
      await openTicket(page, ticket);
      await page.keyboard.press('r');
      await page.keyboard.type('/start-anew');
      const option = page.getByRole('option', { name: /Start it anew/ });
      await option.waitFor();
      const box = await option.boundingBox();
      holds(box.y >= 0 && box.y + box.height <= page.viewportSize().height, `the answer is offered outside of the window, at ${box.y}`);
      await page.keyboard.press('Enter');
      await until(async () => (await field(page).inputValue()) === `Please start it once more, ticket ${ticket.id} stays open.`, 'the words');
      await page.keyboard.press('Control+Enter');
      await page.locator('article', { hasText: 'Please start it once more' }).waitFor();
      // The next key is a command again: it begins a note and is no letter of another reply.
      await page.keyboard.press('n');
      await page.keyboard.type('He will not like it.');
      await page.keyboard.press('Control+Enter');
      await page.locator('article[data-kind=note]', { hasText: 'He will not like it.' }).waitFor();
      equal(await page.evaluate(() => document.activeElement.tagName), 'BODY', 'where the focus is after writing');
    },
  ],
  [
    'a_shift_is_made_and_planned_for_somebody',
    async ({ open, call }) => {
      const page = await open({ path: '/settings/roster/new' });
      await page.locator('input[name=name]').fill('Early watch');
      await page.locator('button[type=submit]').click();
      await page.waitForURL(/\/settings\/roster$/);
      const cell = page.locator('table select').first();
      await cell.selectOption({ label: 'Early watch' });
      await toast(page, 'Roster saved').waitFor();
      const shifts = (await call('GET', '/api/v1/shifts')).items;
      const shift = shifts.find((one) => one.name === 'Early watch');
      const monday = await page.evaluate(() => {
        const now = new Date();
        const at = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
        at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
        return at.toISOString().slice(0, 10);
      });
      const planned = async () => (await call('GET', `/api/v1/roster?from=${monday}&until=${monday}`)).people[0].days[0].shift;
      equal(await planned(), shift.id, 'the shift on that Monday');
      await toast(page, 'Roster saved').getByRole('button', { name: /Undo/ }).click();
      await until(async () => (await planned()) === null, 'the usual hours again');
    },
  ],
  [
    'a_draft_survives_the_reload',
    async ({ open, mailIn }) => {
      const ticket = await mailIn({ subject: 'Draft of mine' });
      const page = await open();
      await openTicket(page, ticket);
      await page.keyboard.press('r');
      const isKept = page.waitForResponse((answer) => answer.request().method() === 'PUT' && answer.url().includes('/draft') && (answer.request().postData() ?? '').includes('Half a sentence that is'));
      await page.keyboard.type('Half a sentence that is');
      holds((await isKept).ok(), 'the draft is not kept');
      await page.reload();
      await field(page).waitFor();
      equal(await field(page).inputValue(), 'Half a sentence that is', 'the draft');
    },
  ],
  [
    'a_note_stays_in_the_house',
    async ({ open, mailIn, sink, call }) => {
      const ticket = await mailIn({ subject: 'Note on this' });
      const page = await open();
      await openTicket(page, ticket);
      await page.keyboard.press('n');
      await page.keyboard.type('Secret of the house 4711');
      await page.keyboard.press('Control+Enter');
      await page.locator('article[data-kind=note]', { hasText: 'Secret of the house' }).waitFor();
      // What is written after the note has gone out: the note would have gone before it.
      await call('POST', `/api/v1/tickets/${ticket.id}/replies`, { text: 'Said aloud 4712', hold_seconds: 0 });
      await until(() => sink.mails.some((each) => each.text.includes('4712')), 'the reply after the note');
      holds(!sink.mails.some((each) => each.to.includes('grace@customer.example') && each.text.includes('4711')), 'the note went out');
    },
  ],
  [
    'a_suggestion_lights_up_the_words_it_rests_on',
    async ({ open, call }) => {
      const rows = (await call('GET', '/api/v1/tickets?limit=60')).items;
      let found;
      for (const each of rows) {
        const detail = await call('GET', `/api/v1/tickets/${each.id}`);
        const label = detail.suggestion?.labels.find((one) => one.field === 'category' && /'[a-z]{5,}'/.test(one.because.text));
        const word = label && /'([a-z]{5,})'/.exec(label.because.text)[1];
        if (word && detail.articles.some((article) => article.author === 'customer' && new RegExp(`\\b${word}`, 'i').test(article.new_text))) found = detail;
        if (found) break;
      }
      const page = await open();
      await openTicket(page, found);
      await page.getByRole('complementary').getByRole('button', { name: 'Why' }).first().click();
      await page.locator('article mark').first().waitFor();
    },
  ],
];
