// A customer with a browser and a mailbox: what they were sent, and how they come in.
import { until } from './report.mjs';

/** The words of a mail: its plain part, decoded. */
export function wordsOf(mail) {
  const boundary = /boundary="?([^";\r\n]+)/i.exec(mail.text)?.[1];
  const parts = boundary ? mail.text.split(`--${boundary}`).slice(1) : [mail.text];
  const plain = parts.find((part) => /^content-type: text\/plain/im.test(part)) ?? parts[0];
  const at = plain.indexOf('\r\n\r\n');
  const [head, body] = [plain.slice(0, at), plain.slice(at + 4)];
  const encoding = /^content-transfer-encoding: *(\S+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Waits for a mail to somebody that holds an address like this, and gives the address. Mails before `after` do not count. */
export async function linkIn(sink, to, pattern, after = 0) {
  const found = () => {
    for (const mail of sink.mails.slice(after)) {
      const link = mail.to.includes(to) && pattern.exec(wordsOf(mail))?.[0];
      if (link) return link;
    }
    return undefined;
  };
  return until(found, `a mail to ${to} with ${pattern}`);
}

export const SIGN_IN = /https?:\/\/\S+\/help\/link\/[\w-]{43}/;

/** A form has been sent when its answer, without that field, is there. */
export const isGone = (page, field) => page.locator(field).waitFor({ state: 'detached' });

/** Asks for a link, opens it as it came, and presses the button. */
export async function comeIn(page, sink, email) {
  const before = sink.mails.length;
  await page.goto('/help/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('main button[type=submit]').click();
  await isGone(page, 'main input[name=email]');
  await page.goto(await linkIn(sink, email, SIGN_IN, before));
  await page.locator('main button[type=submit]').click();
  await page.waitForURL('**/help/tickets');
}
