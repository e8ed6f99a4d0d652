import fs from 'node:fs';
import path from 'node:path';
import { parties } from '@daka/contracts';
import { tempDir } from '../testing/temp-dir';
import { openAccess, passwordOf, readAccess } from './access';

const dir = tempDir();
const file = path.join(dir, 'data', 'access.json');

it('makes a password for each service and the administrator at each server, once, in a file of its owner alone', () => {
  const access = openAccess(file);
  for (const passwords of [access.kafka, access.mongo])
    expect(Object.keys(passwords).sort()).toEqual([...parties, 'admin'].sort());
  const all = [...Object.values(access.kafka), ...Object.values(access.mongo)];
  expect(new Set(all).size).toBe(all.length);
  for (const password of all) expect(password).toMatch(/^[\w-]{32}$/);
  expect(fs.statSync(file).mode & 0o077).toBe(0);
  expect(fs.readdirSync(path.dirname(file))).toEqual(['access.json']);
  expect(openAccess(file)).toEqual(access);
  expect(readAccess(file)).toEqual(access);
});

it('adds who has come since, and keeps the others', () => {
  const { kafka, mongo } = openAccess(file);
  const { web: _, ...earlier } = kafka;
  fs.writeFileSync(file, JSON.stringify({ kafka: earlier, mongo }));
  const access = openAccess(file);
  expect(access).toMatchObject({ kafka: earlier, mongo });
  expect(passwordOf(access.kafka, 'web')).not.toBe(kafka['web']);
});

it('makes nothing anew over a file that it cannot read, which would lock everybody out', () => {
  fs.writeFileSync(file, '{"kafka": ');
  expect(() => openAccess(file)).toThrow(`${file} holds the passwords`);
  expect(fs.readFileSync(file, 'utf8')).toBe('{"kafka": ');
});
