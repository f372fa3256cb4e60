import { beforeAll, describe, expect, it } from 'vitest';
import { loadTexts, setLang } from '../../lib/i18n';
import { type Chain, chainWords, lasting } from './chain_words';

const NAMES: Record<number, string> = { 3: 'Ola Nowak', 4: 'Marta Kowalska' };
const names = (id: number | undefined) => NAMES[id ?? 0] ?? '…';
const chain: Omit<Chain, 'id' | 'version' | 'name'> = {
  is_default: true,
  queues: [],
  policies: [],
  starts: ['breach', 'silence'],
  ladder: [],
  tells_subject: false,
  is_round_the_clock: true,
  steps: [
    { to: 'owner', after_minutes: 0 },
    { to: 'agent', agents: [3], after_minutes: 30, by_mail: false },
    { to: 'on_call', agents: [3, 4], after_minutes: 60 },
  ],
  repeats: 2,
  round_minutes: 90,
  silent_after_minutes: 240,
  taken_back_after_minutes: 1440,
};

describe('a chain in words', () => {
  beforeAll(async () => {
    await setLang('en', false);
    await loadTexts('settings');
  });

  it('says how long as people say it', () => {
    expect([0, 1, 45, 60, 90, 180, 1440, 2880].map(lasting)).toEqual(['0 minutes', '1 minute', '45 minutes', '1 hour', '90 minutes', '3 hours', '1 day', '2 days']);
  });

  it('tells every step as it will run', () => {
    expect(chainWords(chain, names)).toEqual([
      'Starts on: a missed target, a silent owner.',
      'An owner is silent after 4 hours.',
      'At once: the owner, by mail.',
      'After 30 minutes: Ola Nowak.',
      'After 1 hour: who is on call (Ola Nowak, Marta Kowalska, a week each), by mail.',
      '2 more rounds, each 90 minutes after the last step.',
      'At the end, 90 minutes later: all admins.',
      '1 day after the warning the ticket goes back to its queue.',
      'Counted round the clock.',
      'It stops as soon as somebody looks after it, answers or solves.',
    ]);
  });

  it('tells first what comes before the target', () => {
    const ladder = [
      { at_percent: 50, to: 'owner' as const, by_mail: false },
      { at_percent: 80, to: 'lead' as const },
    ];
    expect(chainWords({ ...chain, ladder }, names).slice(0, 3)).toEqual([
      'At 50 % of a target’s time: the owner.',
      'At 80 % of a target’s time: the queue lead, by mail.',
      'Starts on: a missed target, a silent owner.',
    ]);
    expect(chainWords({ ...chain, ladder, starts: [], steps: [] }, names)).toHaveLength(3);
  });

  it('says nothing of silence where it does not start on it', () => {
    const words = chainWords({ ...chain, starts: ['breach'] }, names).join(' ');
    expect(words).not.toContain('silent');
    expect(words).not.toContain('goes back');
  });
});
