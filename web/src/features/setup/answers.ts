import type { Answers } from './steps';

/** Kept in this tab until set-up is done. The password is not kept anywhere. */
const NAME = 'setup';
type Kept = { at: number; answers: Partial<Answers> };

export function keptAnswers(): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Kept | null;
    // Without the password the way leads at most to its step.
    return kept && { at: Math.min(kept.at, 4), answers: { ...kept.answers, admin_password: '' } };
  } catch {
    return null;
  }
}

export function keepAnswers(at: number, answers: Answers | null) {
  if (!answers) return sessionStorage.removeItem(NAME);
  const { admin_password, ...rest } = answers;
  sessionStorage.setItem(NAME, JSON.stringify({ at, answers: rest }));
}
