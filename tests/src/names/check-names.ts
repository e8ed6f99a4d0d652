import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Exception, type Glossary, readGlossary } from './glossary';
import { namesOf, wordsOf } from './identifiers';

const ROOMS = ['services', 'packages', 'infra'];
const NOT_LOOKED_INTO = new Set(['node_modules', 'dist', '.daka']);

/**
 * Holds the sources under `root` to its docs/glossary.md: no forbidden word but where an exception lets it stand,
 * no exception that excuses nothing, no word in the glossary that no code says. Tests may call people what their story does.
 */
export function nameFindings(root: string): string[] {
  const glossary = readGlossary(readFileSync(join(root, 'docs/glossary.md'), 'utf8'));
  const said = new Set<string>();
  const excused = new Set<Exception>();
  const findings = ROOMS.flatMap((room) => sourcesUnder(root, room)).flatMap((file) => {
    const { identifiers, texts } = namesOf(readFileSync(join(root, file), 'utf8'));
    const names = [...identifiers, ...file.split(/[/.]/)];
    for (const name of [...names, ...texts]) said.add(name);
    return names.flatMap((name) => findingsIn(file, name, glossary, excused));
  });
  return [...findings, ...contradictions(glossary), ...unsaid(glossary, said), ...needless(glossary, excused)];
}

function findingsIn(file: string, name: string, glossary: Glossary, excused: Set<Exception>): string[] {
  return glossary.forbidden
    .filter(({ word }) => says(name, word))
    .filter(({ word }) => {
      const exceptions = glossary.exceptions.filter((exception) => exception.word === word && covers(exception, file));
      for (const exception of exceptions) excused.add(exception);
      return exceptions.length === 0;
    })
    .map(({ word, term }) => `${file}: ${name} says "${word}", see "${term}" in docs/glossary.md`);
}

/** A word with a capital is a whole name; others are found among a name's words, in the plural too. */
function says(name: string, word: string): boolean {
  if (/[A-Z]/.test(word)) return name === word;
  const text = ` ${wordsOf(name).join(' ')} `;
  return text.includes(` ${word} `) || text.includes(` ${word}s `);
}

function covers({ paths }: Exception, file: string): boolean {
  return paths.some((path) => new RegExp(`^${path.replaceAll('.', '[.]').replaceAll('*', '[^/]+')}(/|$)`).test(file));
}

function contradictions({ said: words, forbidden }: Glossary): string[] {
  const both = forbidden.filter(({ word }) => words.includes(word));
  const twice = forbidden.filter(({ word }, index) => forbidden.findIndex((other) => other.word === word) !== index);
  return [
    ...both.map(({ word }) => `docs/glossary.md: "${word}" is to be said and forbidden`),
    ...twice.map(({ word }) => `docs/glossary.md: "${word}" is forbidden twice`),
  ];
}

function unsaid({ said: words }: Glossary, said: ReadonlySet<string>): string[] {
  const inNames = new Set([...said].filter((name) => !name.includes(' ')).flatMap(wordsOf));
  return words
    .filter((word) => !said.has(word) && !inNames.has(word))
    .map((word) => `docs/glossary.md: no code says "${word}"`);
}

function needless({ exceptions }: Glossary, excused: ReadonlySet<Exception>): string[] {
  return exceptions
    .filter((exception) => !excused.has(exception))
    .map(({ word, paths }) => `docs/glossary.md: "${word}" needs no exception in ${paths.join(', ')}`);
}

function sourcesUnder(root: string, dir: string): string[] {
  return readdirSync(join(root, dir), { withFileTypes: true }).flatMap((entry) => {
    const path = `${dir}/${entry.name}`;
    if (entry.isDirectory()) return NOT_LOOKED_INTO.has(entry.name) ? [] : sourcesUnder(root, path);
    return /(?<![.]test|[.]d)[.]ts$/.test(entry.name) ? [path] : [];
  });
}
