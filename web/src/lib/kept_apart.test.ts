import { beforeEach, expect, test } from 'vitest';
import { loadTexts, setLang, t } from './i18n';
import { keptApart } from './kept_apart';

// As the server says them: tests/unit/desk/kept_apart_test.cpp holds the same words.
const FOR_LEADS =
  'Ben is given no tickets of this customer: Anna Berg has set that ("They are married."). Choose somebody else, or lift it under Settings, Routing.';
const FOR_OTHERS = 'Ben is given no tickets of this organization: Anna Berg has set that. Choose somebody else, or ask Anna Berg or a lead to lift it under Settings, Routing.';

beforeEach(async () => {
  await setLang('de', false);
  await loadTexts('routing');
});

test('says in the language of the reader who set it, why, and how it is lifted', () => {
  const said = keptApart(FOR_LEADS, t);
  for (const part of ['Ben bekommt keine Tickets dieses Kunden', 'Anna Berg', '„They are married.“', 'Einstellungen, Zuteilung']) expect(said).toContain(part);
});
test('keeps the reason from whom the server keeps it', async () => {
  await setLang('pl', false);
  const said = keptApart(FOR_OTHERS, t);
  expect(said).toContain('Ben nie dostaje zgłoszeń tej organizacji');
  expect(said).toContain('Może to zrobić Anna Berg');
  expect(said).not.toContain('Powód');
});
test('who is gone has no name, in no language', () => {
  expect(keptApart(FOR_OTHERS.replaceAll('Anna Berg', 'an admin').replace('Ben', 'This person'), t)).toContain('Diese Person bekommt keine Tickets dieser Organisation (festgelegt von: Administration)');
});
test('a sentence that it does not know stays as it is', () => expect(keptApart('Somebody else has it.', t)).toBe('Somebody else has it.'));
