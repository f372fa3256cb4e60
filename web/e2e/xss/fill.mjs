// Puts the attacks into the desk: into every string that the API takes, and into mails.
import { until } from '../report.mjs';
import { richMail, sendMails } from '../smtp.mjs';
import { stringsOf, withText } from './fields.mjs';

export const A_TEXT = 60;
/** Between two attacks of one text: ends whatever the first has left open, so that it does not swallow the next. */
const CLOSER =
  '\n--> ]]> \'"></style></script></noscript></template></title></textarea></select></iframe></object></noembed></form></button></video></audio></marquee></details></svg></math></table></div></b></p>\n';
export const marked = (text, n) => `${CLOSER}<p>mark-${n}.</p>\n${text}`;

/** How many records of a noun there are: in the long form a list shows a hundred names at once. */
const many = (few) => (process.env.LOTSE_LONG ? 100 : few);

export async function fill(desk, call, vectors) {
  const made = {};
  let next = 0;
  /** A name takes one line of limited length: the attacks that fit, a different one each time. */
  const fitting = (most = 200) => {
    for (;;) {
      const text = vectors[next++ % vectors.length].replaceAll(/\p{Cc}/gu, ' ').trim();
      if (text.length <= most) return text;
    }
  };
  const put = async (noun, count, body) => {
    made[noun] = [];
    for (let i = 0; i < count; i += 1) made[noun].push((await call('POST', `/api/v1/${noun}`, body(i))).id);
  };
  await call('PATCH', '/api/v1/settings', { name: fitting(100) });
  await call('PATCH', '/api/v1/portal', { url: desk.url, name: fitting(100), welcome: fitting(400) });
  await put('organizations', many(12), () => ({ name: fitting() }));
  await put('customers', many(30), (i) => ({ name: fitting(), email: `c${i}@sender.example`, phone: fitting(50), organization: made.organizations[i % 12] }));
  await put('queues', many(8), () => ({ name: fitting(100), skills: [fitting(50)] }));
  await put('agents', many(12), (i) => ({ name: fitting(), email: `a${i}@desk.example`, skills: [{ name: fitting(50), level: 3 }], queues: [made.queues[i % 8]] }));
  await put('categories', many(15), (i) => ({ name: fitting(100), key: `k${i}`, keywords: { en: [fitting(100)] }, parent: i % 3 ? made.categories.at(-1) : null }));
  await put('calendars', 4, () => ({ name: fitting(100), time_zone: 'Europe/Berlin', week: { monday: [['09:00', '17:00']] }, holidays: [{ date: '2027-01-01', name: fitting(100) }] }));
  await put('policies', many(4), (i) => ({ name: fitting(100), calendar: made.calendars[i % 4] }));
  const tags = Array.from({ length: many(12) }, () => fitting(50).replaceAll(',', ' '));
  await put('tags', tags.length, (i) => ({ name: tags[i] }));
  await put('fields', many(6), (i) => ({ key: `f${i}`, kind: 'choice', name: { en: fitting(50) }, options: [{ value: `v${i}`, name: { en: fitting(50) } }] }));
  await put('answers', many(8), () => ({ name: fitting(100), texts: { en: vectors.slice(0, 20).join('\n').replaceAll('{{', '{ {') } }));
  await put('macros', many(8), () => ({ name: fitting(100), changes: { subject: fitting() }, reply: { texts: { en: vectors.slice(20, 40).join('\n').replaceAll('{{', '{ {') } }, note: { text: fitting(400).replaceAll('{{', '{ {') } }));
  await put('views', many(8), () => ({ name: fitting(100), query: 'is:open' }));
  await put('mailboxes', 3, (i) => ({ address: `box${i}@desk.example`, host: 'imap.desk.example', port: 1, security: 'tls', user: fitting(100), password: 'x', folder: fitting(100), is_enabled: false }));
  await put('tokens', 4, () => ({ name: fitting(100), scopes: ['read'] }));
  const texts = Array.from({ length: vectors.length / A_TEXT }, (_, i) => vectors.slice(i * A_TEXT, (i + 1) * A_TEXT));
  await put('tickets', texts.length, (i) => ({ subject: fitting(400), text: texts[i].join('\n'), customer: { id: made.customers[0] }, queue: made.queues[i % 8], attachments: [{ name: `${fitting(80)}.txt`, content_type: 'text/plain', content: 'eA==' }] }));
  for (const [i, ticket] of made.tickets.entries()) {
    await call('POST', `/api/v1/tickets/${ticket}/notes`, { text: texts[(i + 7) % texts.length].slice(0, 20).join('\n') });
    await call('POST', `/api/v1/tickets/${ticket}/replies`, { text: texts[i].map((text, n) => marked(text, i * A_TEXT + n)).join(''), hold_seconds: 0 });
    if (i < 12) await dress(call, ticket, made, fitting, i);
  }
  const html = texts.map((some, i) => some.map((text, n) => marked(text, i * A_TEXT + n)).join(''));
  await mailIn(desk, html, fitting, 'm');
  return { made, fitting };
}

/** Everything that a ticket can carry besides its messages. */
async function dress(call, ticket, made, fitting, i) {
  const url = `/api/v1/tickets/${ticket}`;
  await call('PATCH', url, { agent: made.agents[i % 12], category: `k${i % 15}`, fields: { [`f${i % 6}`]: `v${i % 6}` } });
  await call('POST', `${url}/checklist`, { text: fitting() });
  await call('POST', `${url}/times`, { minutes: 5, activity: fitting(50), note: fitting() });
  await call('PUT', `${url}/followers/${made.agents[(i + 1) % 12]}`);
  await call('PUT', `${url}/links/${made.tickets[(i + 1) % made.tickets.length]}`, { kind: 'related' });
  await call('PUT', `${url}/draft?kind=reply`, { text: fitting(), to: [{ address: 'to@customer.example', name: fitting(100) }] });
}

export async function mailIn(desk, bodies, fitting, who) {
  const mails = bodies.map((html, i) => ({
    from: `${who}${i}@sender.example`,
    to: 'help@desk.example',
    text: richMail({ from: `${who}${i}@sender.example`, name: fitting(100), to: 'help@desk.example', subject: fitting(), html, file: fitting(100) }),
  }));
  // The door takes a thousand mails over one connection.
  for (let at = 0; at < mails.length; at += 500) await sendMails(desk.ready.smtp, mails.slice(at, at + 500));
}

export async function everyTicket(call) {
  const out = [];
  for (let url = '/api/v1/tickets?limit=200&sort=created'; url; ) {
    const part = await call('GET', url);
    out.push(...part.items);
    url = part.next;
  }
  return out;
}
export const ticketsCome = (call, count) => until(async () => (await everyTicket(call)).length >= count, `${count} tickets`, 240);

/** Bodies that are taken, for every operation that makes or changes something with words in it. */
function bodies(made) {
  const t = `/api/v1/tickets/${made.tickets[0]}`;
  const one = { address: 'x@customer.example', name: 'X' };
  const reply = { text: 'x', html: '<p>x</p>', to: [one], cc: [one], hold_seconds: 0 };
  const field = { key: 'zz', kind: 'choice', name: { en: 'x' }, options: [{ value: 'x', name: { en: 'x' } }] };
  const mailbox = { address: 'x@desk.example', host: 'imap.desk.example', user: 'x', password: 'x', folder: 'INBOX', move_to: 'Done' };
  const agent = { name: 'x', email: 'x@desk.example', skills: [{ name: 'x', level: 1 }], languages: ['en'] };
  const calendar = { name: 'x', time_zone: 'Europe/Berlin', week: { monday: [['09:00', '17:00']] }, holidays: [{ date: '2027-01-01', name: 'x' }] };
  const category = { name: 'x', key: 'zz', keywords: { en: ['x'] }, skills: ['x'] };
  const customer = { name: 'x', email: 'zz@sender.example', phone: '1', language: 'en', time_zone: 'Europe/Berlin' };
  return [
    ['POST', '/api/v1/tickets', { subject: 'x', text: 'x', customer: { email: 'y@sender.example', name: 'x' }, attachments: [{ name: 'x.txt', content_type: 'text/plain', content: 'eA==' }] }],
    ['PATCH', '/api/v1/tickets/{ticket}', { subject: 'x' }, t],
    ['POST', '/api/v1/tickets/{ticket}/splits', { subject: 'x', articles: [1] }, t],
    ['POST', '/api/v1/tickets/bulk', { tickets: [made.tickets[1]], changes: { subject: 'x' } }],
    ['POST', '/api/v1/tickets/{ticket}/replies', reply, t],
    ['POST', '/api/v1/tickets/{ticket}/forwards', { ...reply, articles: [1] }, t],
    ['POST', '/api/v1/tickets/{ticket}/notes', { text: 'x' }, t],
    ['PUT', '/api/v1/tickets/{ticket}/draft', { text: 'x', to: [one], cc: [one] }, t, '?kind=note'],
    ['POST', '/api/v1/tickets/{ticket}/checklist', { text: 'x' }, t],
    ['POST', '/api/v1/tickets/{ticket}/times', { minutes: 1, activity: 'x', note: 'x' }, t],
    ['POST', '/api/v1/answers', { name: 'x', texts: { en: 'x' } }],
    ['PATCH', '/api/v1/answers/{answer}', { name: 'x' }, `/api/v1/answers/${made.answers[0]}`],
    ['PUT', '/api/v1/queues/{queue}/signature', { texts: { en: 'x' } }, `/api/v1/queues/${made.queues[0]}`],
    ['PUT', '/api/v1/agents/{agent}/signature', { texts: { en: 'x' } }, `/api/v1/agents/${made.agents[0]}`],
    ['POST', '/api/v1/customers', customer],
    ['PATCH', '/api/v1/customers/{customer}', {}, `/api/v1/customers/${made.customers[0]}`],
    ['POST', '/api/v1/organizations', { name: 'x', domains: ['x.example'] }],
    ['PATCH', '/api/v1/organizations/{organization}', {}, `/api/v1/organizations/${made.organizations[0]}`],
    ['POST', '/api/v1/agents', agent],
    ['PATCH', '/api/v1/agents/{agent}', { skills: [{ name: 'x', level: 1 }] }, `/api/v1/agents/${made.agents[0]}`],
    ['POST', '/api/v1/queues', { name: 'x', skills: ['x'] }],
    ['PATCH', '/api/v1/queues/{queue}', {}, `/api/v1/queues/${made.queues[0]}`],
    ['POST', '/api/v1/categories', category],
    ['PATCH', '/api/v1/categories/{category}', {}, `/api/v1/categories/${made.categories[0]}`],
    ['POST', '/api/v1/tags', { name: 'x' }],
    ['PATCH', '/api/v1/tags/{tag}', {}, `/api/v1/tags/${made.tags[0]}`],
    ['POST', '/api/v1/fields', field],
    ['PATCH', '/api/v1/fields/{field}', {}, `/api/v1/fields/${made.fields[0]}`],
    ['POST', '/api/v1/calendars', calendar],
    ['PUT', '/api/v1/calendars/{calendar}', calendar, `/api/v1/calendars/${made.calendars[0]}`],
    ['POST', '/api/v1/policies', { name: 'x', calendar: made.calendars[0] }],
    ['PATCH', '/api/v1/policies/{policy}', {}, `/api/v1/policies/${made.policies[0]}`],
    ['POST', '/api/v1/mailboxes', mailbox],
    ['PATCH', '/api/v1/mailboxes/{mailbox}', {}, `/api/v1/mailboxes/${made.mailboxes[0]}`],
    ['PATCH', '/api/v1/submission', { host: 'smtp.desk.example', port: 25, security: 'tls', user: 'x', password: 'x' }],
    ['PATCH', '/api/v1/settings', {}],
    ['PATCH', '/api/v1/portal', {}],
    ['POST', '/api/v1/macros', { name: 'x', changes: { subject: 'x' }, reply: { texts: { en: 'x' } }, note: { text: 'x' } }],
    ['PATCH', '/api/v1/macros/{macro}', {}, `/api/v1/macros/${made.macros[0]}`],
    ['POST', '/api/v1/views', { name: 'x', query: 'is:open', columns: ['x'] }],
    ['PATCH', '/api/v1/views/{view}', {}, `/api/v1/views/${made.views[0]}`],
    ['POST', '/api/v1/tokens', { name: 'x', scopes: ['read'] }],
    ['POST', '/api/v1/triage', { subject: 'x', body: 'x' }],
  ];
}

/** An attack in each of those strings, one request each. Gives what was taken, what was refused, and what nobody here attacks. */
export async function attackEveryString(ask, document, { made, fitting }) {
  const taken = [];
  const refused = [];
  const known = new Set();
  for (const [method, template, body, at = template, query = ''] of bodies(made)) {
    known.add(`${method} ${template}`);
    const operation = document.paths[template]?.[method.toLowerCase()];
    if (!operation) throw new Error(`the API has no ${method} ${template}`);
    const where = template.startsWith('/api/v1/') && at !== template ? at + template.slice(template.indexOf('}') + 1) : template;
    for (const pointer of stringsOf(document, operation.requestBody.content['application/json'].schema)) {
      const status = await ask(method, where + query, withText(body, pointer, fitting(60)));
      if (status >= 500) throw new Error(`${method} ${template} ${pointer} answers ${status}`);
      (status < 300 ? taken : refused).push(`${method} ${template} ${pointer}`);
    }
  }
  const missing = Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.requestBody?.content?.['application/json'])
      .map(([method]) => `${method.toUpperCase()} ${path}`)
      .filter((each) => !known.has(each)),
  );
  return { taken, refused, missing };
}
