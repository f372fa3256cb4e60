import { type Answers, STEPS } from './steps';

/** Kept in this tab until set-up is done. Passwords are not kept anywhere. */
const NAME = 'setup';
type Kept = { at: number; answers: Partial<Answers> };

export function keptAnswers(): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Kept | null;
    // Without the passwords the way leads at most to their step.
    return kept && { at: Math.min(kept.at, STEPS.indexOf('password')), answers: { ...kept.answers, admin_password: '', mail_password: '' } };
  } catch {
    return null;
  }
}

export function keepAnswers(at: number, answers: Answers | null) {
  if (!answers) return sessionStorage.removeItem(NAME);
  const { admin_password, mail_password, ...rest } = answers;
  sessionStorage.setItem(NAME, JSON.stringify({ at, answers: rest }));
}
