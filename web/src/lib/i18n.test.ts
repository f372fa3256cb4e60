import { expect, it } from 'vitest';
import { setLang, t } from './i18n';

it('answers with the key where a text is missing, so that the gap is seen', async () => {
  await setLang('en', false);
  expect(t('no.such.text' as never)).toBe('no.such.text');
});

it('fills in what it is given', async () => {
  await setLang('de', false);
  expect(t('list.select', { id: 12345 })).toBe('Ticket 12.345 auswählen');
});
