// Hands mails to the desk's own SMTP door, as a stranger's server would.
import net from 'node:net';

/** `mails`: {from, to, text}, where text is the whole mail, all over one connection. */
export async function sendMails(door, mails) {
  const [host, port] = door.split(':');
  const socket = net.connect(Number(port), host);
  const lines = [];
  let wake = () => undefined;
  let failure;
  socket.on('data', (bytes) => {
    lines.push(...bytes.toString().split('\r\n').filter(Boolean));
    wake();
  });
  for (const end of ['error', 'close']) {
    socket.on(end, (error) => {
      failure ??= error instanceof Error ? error : new Error('the SMTP door closed');
      wake();
    });
  }
  const step = async (line, wanted) => {
    if (line !== null) socket.write(`${line}\r\n`);
    for (;;) {
      const at = lines.findIndex((each) => /^\d{3} /.test(each));
      if (at >= 0) {
        const got = lines.splice(0, at + 1).at(-1);
        if (!got.startsWith(wanted)) throw new Error(`${String(line).slice(0, 60)}: ${got}`);
        return;
      }
      if (failure) throw failure;
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
  await step(null, '220');
  await step('EHLO customer.example', '250');
  for (const { from, to, text } of mails) {
    await step(`MAIL FROM:<${from}>`, '250');
    await step(`RCPT TO:<${to}>`, '250');
    await step('DATA', '354');
    await step([...text.split(/\r?\n/).map((line) => line.replace(/^\./, '..')), '.'].join('\r\n'), '250');
  }
  socket.end('QUIT\r\n');
}

/** One mail of plain text. */
export function sendMail(door, { from, to, subject, text, headers = {} }) {
  const all = { From: `<${from}>`, To: `<${to}>`, Subject: subject, 'Message-ID': `<${crypto.randomUUID()}@customer.example>`, ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return sendMails(door, [{ from, to, text: [...head, '', text].join('\n') }]);
}

const inBase64 = (text) => Buffer.from(text).toString('base64').match(/.{1,76}/g) ?? [''];
/** Any text in a header, in words that are as short as the rules ask for. */
const encoded = (text) =>
  Array.from({ length: Math.ceil([...text].length / 12) }, (_, i) => `=?utf-8?B?${Buffer.from([...text].slice(i * 12, i * 12 + 12).join('')).toString('base64')}?=`).join('\n ');

/** A mail with an HTML body and an attached file; base64 everywhere, so that nothing is bent on the way. */
export function richMail({ from, name, to, subject, html, file }) {
  const line = `=_${crypto.randomUUID()}`;
  const fileName = encodeURIComponent(file).replaceAll(/['()*]/g, (each) => `%${each.charCodeAt(0).toString(16)}`);
  return [
    `From: ${encoded(name)} <${from}>`,
    `To: <${to}>`,
    `Subject: ${encoded(subject)}`,
    `Message-ID: <${crypto.randomUUID()}@customer.example>`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${line}"`,
    '',
    `--${line}`,
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...inBase64(html),
    `--${line}`,
    'Content-Type: text/plain',
    `Content-Disposition: attachment; filename*=utf-8''${fileName}`,
    'Content-Transfer-Encoding: base64',
    '',
    ...inBase64('a file'),
    `--${line}--`,
    '',
  ].join('\n');
}
