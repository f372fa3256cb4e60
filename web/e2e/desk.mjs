// A desk for browser tests: the real program on a folder of its own, with the demo story and people who can sign in.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { databaseWords, dropDatabase } from './database.mjs';

const root = new URL('../../', import.meta.url).pathname;
const binary = process.env.LOTSE_BIN ?? `${root}build/release/lotse`;
export const PASSWORD = 'tall ships pass the lighthouse';

/** A port for a desk that is stopped and started again there: below those of which every outgoing connection takes one. */
export async function quietPort() {
  for (;;) {
    const port = 10_000 + Math.floor(Math.random() * 22_000);
    const server = net.createServer();
    const isFree = await new Promise((resolve) => server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true)));
    await new Promise((resolve) => server.close(resolve));
    if (isFree) return port;
  }
}

/** Starts a desk; `demo` fills it with that many tickets. */
export async function startDesk({ demo = 0, folder, http = '127.0.0.1:0', args = [] } = {}) {
  const data = folder ?? fs.mkdtempSync(path.join(os.tmpdir(), 'lotse-web-'));
  const where = ['--data', data, ...databaseWords(data)];
  const run = (words, input) => {
    const done = spawnSync(binary, [...words, ...where], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
    if (done.status !== 0) throw new Error(`lotse ${words.join(' ')}: ${done.stderr}`);
    return done.stdout;
  };
  if (demo) run(['demo', 'load', '--tickets', String(demo)]);
  const log = fs.openSync(path.join(os.tmpdir(), `${path.basename(data)}.log`), 'a');
  const child = spawn(binary, ['serve', ...where, '--http', http, '--smtp', '127.0.0.1:0', '--public-url', 'http://desk.example', '--log', 'warn', ...args], {
    stdio: ['ignore', 'pipe', log],
  });
  const lines = readline.createInterface({ input: child.stdout });
  const ready = await new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line)));
    child.once('exit', (code) => reject(new Error(`the desk ended with ${code}`)));
  });
  return {
    url: `http://${ready.http}`,
    data,
    ready,
    run,
    process: child,
    /** Adds somebody who can sign in with PASSWORD; `of` names the desk ("nordhafen" is the demo). */
    addAgent(email, name, role = 'admin', of = 'nordhafen') {
      run(['agent', 'add', email, '--name', name, '--role', role, '--desk', of]);
      run(['user', 'password', email, '--desk', of], `${PASSWORD}\n`);
    },
    token: (of = 'nordhafen', scopes = 'admin') => JSON.parse(run(['token', 'create', '--name', 'tests', '--scopes', scopes, '--desk', of, '--json'])).token,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
      if (folder) return;
      dropDatabase(data);
      fs.rmSync(data, { recursive: true, force: true });
    },
  };
}

/** Calls the API with a token; throws for everything that is not a success. */
export function caller(url, token) {
  return async (method, where, body, headers = {}) => {
    const answer = await fetch(url + where, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${where}: ${answer.status} ${text.slice(0, 400)}`);
    return text ? JSON.parse(text) : undefined;
  };
}
