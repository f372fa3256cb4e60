// The database of a desk: SQLite in its folder, or with LOTSE_TEST_ENGINE=postgres a fresh PostgreSQL database for each
// folder, made by the superuser of LOTSE_TEST_POSTGRES_ADMIN for the ordinary owner of LOTSE_TEST_POSTGRES.
import { spawnSync } from 'node:child_process';

export const isPostgres = process.env.LOTSE_TEST_ENGINE === 'postgres';
const names = new Map();

function asSuperuser(sql) {
  const done = spawnSync('psql', ['-Xq', '-v', 'ON_ERROR_STOP=1', '-d', process.env.LOTSE_TEST_POSTGRES_ADMIN, '-c', sql], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`psql: ${done.stderr}`);
}

/** What `lotse` is told beside --data; the same folder has the same database until it is dropped. */
export function databaseWords(folder) {
  if (!isPostgres) return [];
  const owner = new URL(process.env.LOTSE_TEST_POSTGRES);
  if (!names.has(folder)) {
    names.set(folder, `lotse_${crypto.randomUUID().replaceAll('-', '')}`);
    asSuperuser(`create database ${names.get(folder)} owner ${owner.username}`);
  }
  owner.pathname = `/${names.get(folder)}`;
  return ['--database', owner.href];
}

export function dropDatabase(folder) {
  if (names.has(folder)) asSuperuser(`drop database if exists ${names.get(folder)} with (force)`);
  names.delete(folder);
}
