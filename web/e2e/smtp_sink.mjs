// A mail server that takes everything and keeps it, so that a test sees what has really gone out.
import net from 'node:net';

/** `login`: whom it lets send, once they have said so. What is put into `refuses` is an address that it does not take. */
export async function openSink({ login, onMail = () => undefined } = {}) {
  const mails = [];
  const keep = (mail) => {
    mails.push(mail);
    onMail(mail);
  };
  const refuses = new Set();
  const server = net.createServer((socket) => talk(socket, keep, login, refuses));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, mails, refuses, close: () => server.close() };
}

function talk(socket, keep, login, refuses) {
  let isIn = !login;
  let isProving = false;
  let rest = '';
  let mail = null;
  let isData = false;
  const say = (line) => socket.write(`${line}\r\n`);
  socket.on('error', () => undefined);
  say('220 sink');
  socket.on('data', (bytes) => {
    rest += bytes.toString('latin1');
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (isData) {
        if (line === '.') {
          keep({ ...mail, text: Buffer.from(mail.lines.join('\r\n'), 'latin1').toString('utf8') });
          isData = false;
          say('250 kept');
        } else mail.lines.push(line.startsWith('..') ? line.slice(1) : line);
      } else answer(line);
    }
  });
  function answer(line) {
    if (isProving) {
      isProving = false;
      isIn = Buffer.from(line, 'base64').toString() === `\0${login?.user}\0${login?.password}`;
      return say(isIn ? '235 welcome' : '535 wrong user or password');
    }
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO') socket.write(`250-sink\r\n${login ? '250-AUTH PLAIN\r\n' : ''}250-8BITMIME\r\n250 SMTPUTF8\r\n`);
    else if (word === 'AUTH') {
      isProving = true;
      say('334 ');
    } else if (!isIn && word === 'MAIL') say('530 log in first');
    else if (word === 'MAIL') {
      mail = { from: line, to: [], lines: [] };
      say('250 ok');
    } else if (word === 'RCPT') {
      const to = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (refuses.has(to)) return say('550 no such mailbox');
      mail.to.push(to);
      say('250 ok');
    } else if (word === 'DATA') {
      isData = true;
      say('354 go on');
    } else if (word === 'QUIT') {
      say('221 bye');
      socket.end();
    } else say('250 ok');
  }
}

/** Hands one mail to the desk's own SMTP door. */
export async function sendMail(door, { from, to, subject, text, headers = {} }) {
  const [host, port] = door.split(':');
  const socket = net.connect(Number(port), host);
  const lines = [];
  let wake = () => undefined;
  socket.on('data', (bytes) => {
    lines.push(...bytes.toString().split('\r\n').filter(Boolean));
    wake();
  });
  const reply = async () => {
    for (;;) {
      const at = lines.findIndex((line) => /^\d{3} /.test(line));
      if (at >= 0) return lines.splice(0, at + 1).at(-1);
      await new Promise((resolve) => {
        wake = resolve;
      });
    }
  };
  const step = async (line, wanted) => {
    socket.write(`${line}\r\n`);
    const got = await reply();
    if (!got.startsWith(wanted)) throw new Error(`${line.slice(0, 60)}: ${got}`);
  };
  await reply();
  await step('EHLO customer.example', '250');
  await step(`MAIL FROM:<${from}>`, '250');
  await step(`RCPT TO:<${to}>`, '250');
  await step('DATA', '354');
  const all = { From: `<${from}>`, To: `<${to}>`, Subject: subject, 'Message-ID': `<${crypto.randomUUID()}@customer.example>`, ...headers };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  await step([...head, '', ...text.split('\n').map((line) => line.replace(/^\./, '..')), '.'].join('\r\n'), '250');
  socket.end('QUIT\r\n');
}
