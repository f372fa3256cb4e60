// Holds the built pages to their budget: what the first page loads, and every part that comes later.
import fs from 'node:fs';

const dist = new URL('../../build/web/dist/', import.meta.url).pathname;
const KB = 1024;
const BUDGET = { js: 150 * KB, css: 15 * KB, lazy: 210 * KB };

const manifest = JSON.parse(fs.readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
const zipped = (file) => fs.statSync(`${dist}${file}.gz`).size;
const sum = (files) => [...new Set(files)].reduce((total, file) => total + zipped(file), 0);
const kb = (bytes) => `${(bytes / KB).toFixed(1)} kB`;

function withImports(key, seen = new Set()) {
  if (!seen.has(key)) {
    seen.add(key);
    for (const next of manifest[key].imports ?? []) withImports(next, seen);
  }
  return seen;
}
const scripts = (keys) => [...keys].map((key) => manifest[key].file).filter((file) => file.endsWith('.js'));
const styles = (keys) => [...keys].flatMap((key) => manifest[key].css ?? []);

const keys = Object.keys(manifest);
const entry = keys.find((key) => manifest[key].isEntry);
const first = withImports(entry);
// The first page also waits for one language.
const english = keys.find((key) => /locales\/desk\.en\.json$/.test(key));
if (english) withImports(english, first);

const faults = [];
const hold = (what, size, limit) => {
  if (size > limit) faults.push(`${what}: ${kb(size)}, at most ${kb(limit)}`);
};
const js = sum(scripts(first));
const css = sum(styles(first));
console.log(`first page: scripts ${kb(js)}, styles ${kb(css)} (gzip)`);
hold('scripts of the first page', js, BUDGET.js);
hold('styles of the first page', css, BUDGET.css);
for (const key of keys.filter((name) => manifest[name].isDynamicEntry && !/locales/.test(name))) {
  const extra = [...withImports(key)].filter((name) => !first.has(name));
  const size = sum(scripts(extra)) + sum(styles(extra));
  console.log(`later: ${key.padEnd(44)} ${kb(size)}`);
  hold(key, size, BUDGET.lazy);
}
if (faults.length) {
  console.error(`too big\n  ${faults.join('\n  ')}`);
  process.exit(1);
}
