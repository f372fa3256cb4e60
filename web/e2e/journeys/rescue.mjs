// What goes wrong and is put right: taken back, refused, or waited for.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { equal, holds, until } from '../report.mjs';
import { sendMails } from '../smtp.mjs';
import { field, openTicket, toast } from './world.mjs';

export const rescue = [
  [
    'a_reply_is_taken_back_before_it_leaves',
    async ({ open, mailIn, sink, call }) => {
      const ticket = await mailIn({ subject: 'Too quick' });
      const page = await open();
      await openTicket(page, ticket);
      await page.keyboard.press('r');
      await page.keyboard.type('I regret this already.');
      await page.keyboard.press('Control+Enter');
      await toast(page, 'Sent').getByRole('button', { name: /Undo/ }).click();
      await until(async () => (await field(page).inputValue()) === 'I regret this already.', 'the words in the composer');
      await until(async () => !(await call('GET', `/api/v1/tickets/${ticket.id}`)).articles.some((each) => each.text.includes('regret')), 'the reply is gone');
      // The next one goes; had the first one not been stopped, it would have gone before it.
      await field(page).fill('I stand by this.');
      await page.keyboard.press('Control+Enter');
      await until(() => sink.mails.some((each) => each.text.includes('I stand by this')), 'the second reply in the sink');
      holds(!sink.mails.some((each) => each.text.includes('regret')), 'the first reply went out');
    },
  ],
  [
    'two_tickets_become_one_and_are_parted_again',
    async ({ open, mailIn, call }) => {
      const first = await mailIn({ subject: 'The lamp flickers', text: 'It flickers.\nGrace', from: 'merge@customer.example' });
      const second = await mailIn({ subject: 'The lamp is dark now', text: 'It is dark.\nGrace', from: 'merge@customer.example' });
      const page = await open();
      await openTicket(page, second);
      await page.getByRole('button', { name: 'More' }).first().click();
      await page.getByRole('option', { name: /^Merge/ }).click();
      await page.getByRole('option', { name: /The lamp flickers/ }).click();
      await page.waitForURL(`**/inbox/all/${first.id}`);
      await page.locator('article', { hasText: 'It is dark.' }).waitFor();
      equal((await call('GET', `/api/v1/tickets/${second.id}`)).status, 'closed', 'the merged ticket');
      await toast(page, 'is now part of').getByRole('button', { name: /Undo/ }).click();
      await page.waitForURL(`**/inbox/all/${second.id}`);
      await page.locator('article', { hasText: 'It is dark.' }).waitFor();
      const [one, other] = await Promise.all([first, second].map(({ id }) => call('GET', `/api/v1/tickets/${id}`)));
      equal(one.articles.length, 1, 'messages of the first');
      equal(other.merged_into, null, 'where the second belongs');
      equal(other.status, second.status, 'the status of the second');
    },
  ],
  [
    'a_bomb_of_attachments_is_refused_in_plain_words',
    async ({ open, mailIn, desk }) => {
      const ticket = await mailIn({ subject: 'Here are my files' });
      const page = await open();
      await openTicket(page, ticket);
      const files = page.locator('section input[type=file]');
      const film = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-film-')), 'film.mp4');
      fs.writeFileSync(film, '');
      fs.truncateSync(film, 26 * 1024 * 1024);
      await files.setInputFiles(film);
      await page.getByText(/larger than 25 MB/).waitFor();
      await page.getByRole('button', { name: 'Remove film.mp4' }).click();
      fs.rmSync(path.dirname(film), { recursive: true });
      await files.setInputFiles({ name: 'invoice.pdf', mimeType: 'application/pdf', buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4000, 1)]) });
      await page.getByText(/program/i).first().waitFor();
      holds(await page.getByRole('button', { name: /^Send/ }).first().isDisabled(), 'what was refused could be sent');
      await page.getByRole('button', { name: 'Remove invoice.pdf' }).click();
      // A mail that is larger than any the desk takes is refused at the door; the desk goes on.
      const huge = ['From: <bomb@customer.example>', 'Subject: bomb', '', ...Array.from({ length: 900_000 }, () => 'x'.repeat(70))].join('\n');
      const told = await sendMails(desk.ready.smtp, [{ from: 'bomb@customer.example', to: 'help@nordhafen.example', text: huge }]).then(
        () => 'taken',
        (error) => error.message,
      );
      holds(/552|closed|reset|EPIPE/i.test(told), `a mail of 64 MB: ${told}`);
      await mailIn({ subject: 'After the bomb' });
    },
  ],
  [
    'a_part_that_was_missing_comes_dressed_when_the_server_is_back',
    async ({ open }) => {
      const page = await open({ path: '/me' });
      const other = await page.context().newPage();
      let isAway = true;
      await other.route(/assets\/Overlays-/, (route) => (isAway ? route.abort() : route.continue()));
      await other.goto('/inbox/all');
      await other.locator('[data-row]').first().waitFor();
      await other.keyboard.press('Control+k');
      await other.waitForTimeout(700);
      equal(await other.locator('dialog[open]').count(), 0, 'dialogs while the server is away');
      isAway = false;
      await other.locator('dialog[open] [role=option]').first().waitFor();
      const radius = await other.locator('dialog[open]').evaluate((dialog) => getComputedStyle(dialog).borderTopLeftRadius);
      holds(radius !== '0px', 'the palette stands there undressed');
    },
  ],
];
