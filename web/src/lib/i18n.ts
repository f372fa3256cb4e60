import { useSyncExternalStore } from 'react';
import type audit from '../locales/audit.en.json';
import type clocks from '../locales/clocks.en.json';
import type desk from '../locales/desk.en.json';
import type entry from '../locales/entry.en.json';
import type escalations from '../locales/escalations.en.json';
import type fairness from '../locales/fairness.en.json';
import type form from '../locales/form.en.json';
import type labels from '../locales/labels.en.json';
import type macros from '../locales/macros.en.json';
import type me from '../locales/me.en.json';
import type people from '../locales/people.en.json';
import type roster from '../locales/roster.en.json';
import type routing from '../locales/routing.en.json';
import type settings from '../locales/settings.en.json';
import type trust from '../locales/trust.en.json';
import type whatif from '../locales/whatif.en.json';

/** Flat keys in the i18next-v4 form: {{name}} is filled in, _one/_few/_many/_other follow `count`. */
type Base<K> = K extends `${infer B}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? B : K;
type Keys<T> = Base<keyof T & string>;
export type Key =
  | Keys<typeof audit>
  | Keys<typeof clocks>
  | Keys<typeof desk>
  | Keys<typeof entry>
  | Keys<typeof fairness>
  | Keys<typeof form>
  | Keys<typeof labels>
  | Keys<typeof macros>
  | Keys<typeof me>
  | Keys<typeof people>
  | Keys<typeof roster>
  | Keys<typeof routing>
  | Keys<typeof settings>
  | Keys<typeof trust>
  | Keys<typeof escalations>
  | Keys<typeof whatif>;
export type Lang = 'en' | 'de' | 'pl';
/** One file a language for the desk itself; the others come with the pages that need them. */
export type Area = 'audit' | 'clocks' | 'desk' | 'entry' | 'fairness' | 'form' | 'labels' | 'macros' | 'me' | 'people' | 'roster' | 'routing' | 'settings' | 'trust' | 'escalations' | 'whatif';
export const LANGS: Lang[] = ['en', 'de', 'pl'];
export const LANG_NAMES: Record<Lang, string> = { en: 'English', de: 'Deutsch', pl: 'Polski' };

type Texts = Record<string, string>;
const files = import.meta.glob<{ default: Texts }>('../locales/*.json');
const areas = new Set<Area>(['desk']);
const watchers = new Set<() => void>();
let texts: Texts = {};
let lang: Lang = 'en';
let plural = new Intl.PluralRules('en');
let numbers = new Intl.NumberFormat('en');

export const getLang = () => lang;
export const isLang = (value: string | null | undefined): value is Lang => LANGS.includes(value as Lang);

/** The language to begin with: the one chosen here, the agent's, then the browser's. */
export function firstLang(ofSession: string | null | undefined): Lang {
  const chosen = localStorage.getItem('lang');
  if (isLang(chosen)) return chosen;
  if (isLang(ofSession)) return ofSession;
  for (const wish of navigator.languages) {
    const short = wish.slice(0, 2);
    if (isLang(short)) return short;
  }
  return 'en';
}

const fetchArea = async (area: Area, of: Lang) => (await files[`../locales/${area}.${of}.json`]!()).default;

export async function setLang(next: Lang, keep = true) {
  const parts = await Promise.all([...areas].map((area) => fetchArea(area, next)));
  texts = Object.assign({}, ...parts);
  lang = next;
  plural = new Intl.PluralRules(next);
  numbers = new Intl.NumberFormat(next);
  document.documentElement.lang = next;
  if (keep) localStorage.setItem('lang', next);
  for (const tell of watchers) tell();
}

/** Brings the texts of pages that are loaded later; await it beside their code. */
export async function loadTexts(...wanted: Area[]) {
  const missing = wanted.filter((area) => !areas.has(area));
  const parts = await Promise.all(missing.map((area) => fetchArea(area, lang)));
  for (const area of missing) areas.add(area);
  texts = Object.assign({}, texts, ...parts);
}

export function t(key: Key, values?: Record<string, string | number>): string {
  let text: string | undefined;
  if (values && typeof values.count === 'number') text = texts[`${key}_${plural.select(values.count)}`] ?? texts[`${key}_other`];
  text ??= texts[key];
  if (text === undefined) return key;
  if (!values) return text;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    return typeof value === 'number' ? numbers.format(value) : (value ?? '');
  });
}

/** For names that come from data (a category's because code): the text if there is one. */
export const maybe = (key: string): string | undefined => texts[key];

const watch = (tell: () => void) => {
  watchers.add(tell);
  return () => void watchers.delete(tell);
};
/** t, and the component is drawn anew when the language changes. */
export function useT() {
  useSyncExternalStore(watch, getLang);
  return t;
}
