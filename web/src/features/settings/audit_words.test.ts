import { beforeAll, describe, expect, it } from 'vitest';
import { loadTexts, setLang } from '../../lib/i18n';
import { actorName, deed, type Entry, fieldName, valueText } from './audit_words';

const entry = (part: Partial<Entry>): Entry => ({
  id: 1,
  at: '2026-11-26T10:00:00Z',
  actor: { agent: { id: 3, name: 'Anna' }, credential: 'session:1', origin: '127.0.0.1' },
  action: 'patch_queue',
  is_refused: false,
  object: { kind: 'queue', id: 4, name: 'Printing' },
  changes: [],
  ...part,
});

describe('the audit list in words', () => {
  beforeAll(async () => {
    await loadTexts('form', 'settings', 'audit');
    await setLang('en', false);
  });
  it('says who did what to what', () => {
    expect(deed(entry({}))).toBe('changed the queue “Printing”');
    expect(deed(entry({ action: 'create_queue' }))).toBe('added the queue “Printing”');
    expect(deed(entry({ action: 'revoke_token', object: { kind: 'token', id: 7, name: '' } }))).toBe('removed the API token 7');
    expect(deed(entry({ is_refused: true }))).toBe('tried to change the queue “Printing”, which was refused');
  });
  it('tells signing in from failing to', () => {
    const object = { kind: 'session', id: null, name: 'anna@desk.example' };
    expect(deed(entry({ action: 'sign_in', object }))).toBe('signed in');
    const failed = entry({ action: 'sign_in', is_refused: true, object, actor: { agent: null, credential: 'password', origin: '::1' } });
    expect(`${actorName(failed)} ${deed(failed)}`).toBe('anna@desk.example tried to sign in and failed');
  });
  it('names programs and the command line', () => {
    const by = (credential: string, origin: string) => actorName(entry({ actor: { agent: null, credential, origin } }));
    expect(by('token:7', '::1')).toBe('API token 7');
    expect(by('operator', 'command line (root)')).toBe('Command line');
  });
  it('names fields as the forms do, and values as people read them', () => {
    expect(fieldName('queue', 'address')).toBe('Address');
    expect(fieldName('agent', 'is_available')).toBe('Takes new tickets now');
    expect(fieldName('webhook', 'retry_after')).toBe('Retry after');
    expect(valueText([1, 2], (id) => ({ 1: 'One' })[id])).toBe('One, 2');
    expect(valueText(null)).toBe('–');
    expect(valueText({ name: 'printing', level: 3 })).toBe('printing 3');
    expect(valueText('(secret)')).toBe('(not kept here)');
  });
});
