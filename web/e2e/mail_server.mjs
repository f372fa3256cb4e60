// A mail provider for tests: SMTP by a server of our own that asks for a log-in, IMAP by a real Dovecot.
import { spawn } from 'node:child_process';
import readline from 'node:readline';
import { openSink } from './smtp_sink.mjs';

const script = new URL('../../tests/mailflow/serve_dovecot.py', import.meta.url).pathname;

/** One mailbox; what is sent to it comes in. */
export async function openMailServer(user) {
  const password = `secret-of-${user}`;
  const child = spawn('python3', [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = readline.createInterface({ input: child.stdout });
  const { port } = await new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', (code) => reject(new Error(`Dovecot ended with ${code}`)));
  });
  const deliver = (mail) => {
    if (!mail.to.includes(user)) return;
    child.stdin.write(`${JSON.stringify({ user, mail: Buffer.from(`${mail.lines.join('\r\n')}\r\n`, 'latin1').toString('base64') })}\n`);
  };
  const sink = await openSink({ login: { user, password }, onMail: deliver });
  return {
    user,
    password,
    imap: port,
    smtp: sink.port,
    mails: sink.mails,
    async close() {
      sink.close();
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.stdin.end();
      await ended;
    },
  };
}
