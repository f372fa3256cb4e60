// A mail server that takes everything and keeps it, so that a test sees what has really gone out.
import net from 'node:net';

export async function openSink() {
  const mails = [];
  const server = net.createServer((socket) => talk(socket, mails));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, mails, close: () => server.close() };
}

function talk(socket, mails) {
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
          mails.push({ ...mail, text: Buffer.from(mail.lines.join('\r\n'), 'latin1').toString('utf8') });
          isData = false;
          say('250 kept');
        } else mail.lines.push(line.startsWith('..') ? line.slice(1) : line);
      } else answer(line);
    }
  });
  function answer(line) {
    const word = line.slice(0, 4).toUpperCase();
    if (word === 'EHLO') socket.write('250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n');
    else if (word === 'MAIL') {
      mail = { from: line, to: [], lines: [] };
      say('250 ok');
    } else if (word === 'RCPT') {
      mail.to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
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
