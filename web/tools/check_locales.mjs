// Every language has every key, every plural category and the same placeholders; the program uses no key that is missing
// and the files hold none that nobody uses.
import fs from 'node:fs';
import path from 'node:path';

const root = new URL('../src/', import.meta.url).pathname;
const LANGUAGES = ['en', 'de', 'pl'];
const PLURAL = /_(zero|one|two|few|many|other)$/;
const faults = [];

const areas = fs.readdirSync(`${root}locales`).filter((name) => name.endsWith('.en.json')).map((name) => name.slice(0, -8));
const read = (area, language) => {
  const text = fs.readFileSync(`${root}locales/${area}.${language}.json`, 'utf8');
  const names = [...text.matchAll(/^\s*"((?:[^"\\]|\\.)+)"\s*:/gm)].map((match) => match[1]);
  for (const [i, name] of names.entries()) if (names.indexOf(name) !== i) faults.push(`${area}.${language}: "${name}" stands twice`);
  return JSON.parse(text);
};
const holes = (text) => (text.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ');

const known = new Map();
for (const area of areas) {
  const english = read(area, 'en');
  for (const key of new Set(Object.keys(english).map((name) => name.replace(PLURAL, '')))) {
    if (known.has(key)) faults.push(`${area}: "${key}" also stands in ${known.get(key)}`);
    known.set(key, area);
  }
  for (const language of LANGUAGES) {
    const texts = read(area, language);
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const wanted = new Set();
    for (const key of Object.keys(english)) {
      const base = key.replace(PLURAL, '');
      if (PLURAL.test(key)) for (const category of categories) wanted.add(`${base}_${category}`);
      else wanted.add(key);
    }
    for (const key of wanted) {
      const text = texts[key];
      const original = english[key] ?? english[`${key.replace(PLURAL, '')}_other`];
      if (!text) faults.push(`${area}.${language}: "${key}" is missing`);
      else if (!PLURAL.test(key) && holes(text) !== holes(original)) faults.push(`${area}.${language}: "${key}" has other placeholders`);
    }
    for (const key of Object.keys(texts)) if (!wanted.has(key)) faults.push(`${area}.${language}: "${key}" belongs to no English text`);
  }
}

// A key is written out as a text, or begins one that ends in a value: t(`status.${ticket.status}`).
const whole = new Set();
const beginnings = new Set();
for (const name of fs.readdirSync(root, { recursive: true })) {
  if (!/\.tsx?$/.test(name) || /schema\.d\.ts$|\.test\.tsx?$/.test(name)) continue;
  const code = fs.readFileSync(path.join(root, name), 'utf8');
  for (const match of code.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)) whole.add(match[1]);
  for (const match of code.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*(?:[\w-]*_)?)\$\{/g)) beginnings.add(match[1]);
  for (const match of code.matchAll(/\bt\(\s*'([^']+)'/g)) {
    whole.add(match[1]);
    if (!known.has(match[1])) faults.push(`${name}: t('${match[1]}') has no text`);
  }
}
for (const key of known.keys()) {
  if (!whole.has(key) && ![...beginnings].some((start) => key.startsWith(start))) faults.push(`"${key}" (${known.get(key)}) is used nowhere`);
}

if (faults.length) {
  console.error(`translations\n  ${faults.join('\n  ')}`);
  process.exit(1);
}
console.log(`translations: ${known.size} texts in ${LANGUAGES.join(', ')}`);
