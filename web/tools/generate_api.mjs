// src/api/schema.d.ts from docs/api/openapi.json. With --check it only compares.
import fs from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../docs/api/openapi.json', import.meta.url);
const target = new URL('../src/api/schema.d.ts', import.meta.url);
const head = '// Generated from docs/api/openapi.json by `npm run api`; do not edit.\n';
const text = head + astToString(await openapiTS(source, { alphabetize: true }));
if (!process.argv.includes('--check')) {
  fs.writeFileSync(target, text);
} else if (fs.readFileSync(target, 'utf8') !== text) {
  console.error('src/api/schema.d.ts is older than docs/api/openapi.json: npm run api');
  process.exit(1);
}
