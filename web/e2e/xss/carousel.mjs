// Names take turns: each record of a list takes one attack after the other, until the list has shown all that fit.
import { holds } from '../report.mjs';

const NOUNS = [
  { noun: 'queues', most: 100, page: '/settings/queues' },
  { noun: 'agents', most: 200, page: '/settings/agents' },
  { noun: 'categories', most: 100, page: '/settings/categories' },
  { noun: 'tags', most: 50, page: '/settings/tags' },
  { noun: 'fields', most: 50, page: '/settings/fields', body: (text) => ({ name: { en: text } }) },
  { noun: 'policies', most: 100, page: '/settings/policies' },
  { noun: 'macros', most: 100, page: '/settings/macros' },
  { noun: 'customers', most: 200, page: '/customers' },
  { noun: 'organizations', most: 200, page: '/orgs' },
  { noun: 'views', most: 100, page: '/inbox/all' },
  // Not read in a list of their own: the palette and the composer show them.
  { noun: 'answers', most: 100 },
];
const LANES = 8;

/** Gives how many attacks each list has shown. `isLong`: all that fit, else one round. */
export async function turnNames({ eye, call, made, vectors, isLong }) {
  const told = [];
  for (const { noun, most, page, body = (text) => ({ name: text }) } of NOUNS) {
    const texts = vectors.map((text) => text.replaceAll(/\p{Cc}/gu, ' ').trim()).filter((text) => text.length <= most && !(noun === 'tags' && text.includes(',')));
    const ids = made[noun];
    let shown = 0;
    for (let at = 0; at < (isLong ? texts.length : ids.length); at += ids.length) {
      shown += await rename(call, noun, ids, texts.slice(at, at + ids.length), body);
      if (page) await eye.look(page);
    }
    holds(shown >= (isLong ? texts.length * 0.8 : ids.length * 0.5), `${noun}: only ${shown} of ${texts.length} names were taken`);
    told.push(`${noun} ${shown}`);
  }
  return told;
}

/** Gives how many were taken: some are refused, as a tag whose name another one has. */
async function rename(call, noun, ids, texts, body) {
  let taken = 0;
  await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      for (let i = lane; i < texts.length; i += LANES) {
        const isTaken = await call('PATCH', `/api/v1/${noun}/${ids[i]}`, body(texts[i])).then(() => true, (error) => !/: (409|422) /.test(error.message) && Promise.reject(error));
        if (isTaken) taken += 1;
      }
    }),
  );
  return taken;
}
