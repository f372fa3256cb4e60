import { holds, until } from '../report.mjs';
import { sendMail } from '../smtp.mjs';
import { field, openTicket, row } from './world.mjs';

export const mail = [
  [
    'mail_in_appears_without_reload_and_the_reply_goes_out',
    async ({ open, mailIn, sink }) => {
      const page = await open();
      await page.locator('[data-row]').first().waitFor();
      await mailIn({ subject: 'Hearts on paper' });
      await row(page, 'Hearts on paper').waitFor();
      await row(page, 'Hearts on paper').click();
      await page.keyboard.press('r');
      await page.keyboard.type('Good morning Grace,\nthe printer is mended.');
      await page.keyboard.press('Control+Enter');
      await page.locator('article', { hasText: 'the printer is mended' }).waitFor();
      const sent = await until(() => sink.mails.find((each) => each.text.includes('the printer is mended')), 'the reply in the sink');
      holds(sent.to.includes('grace@customer.example'), `sent to ${sent.to}`);
    },
  ],
  [
    'an_answer_of_the_customer_lands_in_the_open_thread',
    async ({ open, mailIn, call, sink, desk }) => {
      const ticket = await mailIn({ subject: 'Where is my chair' });
      await call('POST', `/api/v1/tickets/${ticket.id}/replies`, { text: 'It is on its way.' });
      const sent = await until(() => sink.mails.find((each) => each.text.includes('It is on its way')), 'the reply in the sink');
      const from = /^Reply-To:.*?<?([^<>\s]+@[^<>\s]+)>?\r?$/im.exec(sent.text)?.[1] ?? /^From:.*<([^>]+)>/im.exec(sent.text)[1];
      const id = /^Message-ID: (<[^>]+>)/im.exec(sent.text)[1];
      const page = await open();
      await openTicket(page, ticket);
      await sendMail(desk.ready.smtp, { from: 'grace@customer.example', to: from, subject: 'Re: Where is my chair', text: 'Thank you, it has come.', headers: { 'In-Reply-To': id, References: id } });
      await page.locator('article', { hasText: 'it has come' }).waitFor();
      holds((await field(page).count()) === 1, 'the composer is gone');
    },
  ],
  [
    'mail_that_was_given_up_is_tried_again_or_let_be',
    async ({ open, mailIn, call, sink }) => {
      const [first, second] = ['gone@customer.example', 'away@customer.example'];
      sink.refuses.add(first).add(second);
      for (const from of [first, second]) {
        const ticket = await mailIn({ subject: `A chair for ${from}`, from });
        await call('POST', `/api/v1/tickets/${ticket.id}/replies`, { text: `For ${from}.`, hold_seconds: 0 });
      }
      const replies = async () => (await call('GET', '/api/v1/undelivered/notices')).items.filter((each) => each.kind === 'reply');
      await until(async () => (await replies()).length === 2, 'two answers that were given up', 40);
      const page = await open({ path: '/settings/undelivered' });
      const line = (to) => page.locator('main li', { hasText: `Answer to ${to}` });
      await line(first).getByText('550').waitFor();
      sink.refuses.delete(first);
      await line(first).getByRole('button', { name: 'Try again' }).click();
      await until(() => sink.mails.find((mail) => mail.text.includes(`For ${first}.`)), 'the answer in the sink', 40);
      await line(first).waitFor({ state: 'detached' });
      await line(second).getByRole('button', { name: 'Give up' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Give up' }).click();
      await line(second).waitFor({ state: 'detached' });
      holds((await replies()).length === 0, 'one is still there');
    },
  ],
];
