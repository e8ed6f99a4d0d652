import { type LockedPackages, nameAt } from './shipped-packages';

/** Licences under which what we ship may be used and passed on without opening what it is part of. */
const FREE = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Python-2.0',
  'Unlicense',
]);

/** Passed on whole and unchanged beside what uses it, as a library or a typeface of its own, which is all that its licence asks for. */
const BESIDE = [
  { name: /^@img\/sharp-/, licence: 'LGPL-3.0-or-later' },
  { name: /^@embedpdf\/fonts-/, licence: 'OFL-1.1' },
];

/** What nobody can vouch for among the packages that are shipped: no hash of what was fetched, no licence, or one that asks for more. */
export function unvouched(packages: LockedPackages, places: readonly string[]): string[] {
  return places.flatMap((place) => {
    const { integrity, license } = packages[place] ?? {};
    const name = nameAt(place);
    return [
      ...(integrity?.startsWith('sha512-') ? [] : [`${name}: has no SHA-512 of what is fetched`]),
      ...(license !== undefined && isFree(besides(name, license))
        ? []
        : [`${name}: its licence is ${license ?? 'not said'}`]),
    ];
  });
}

/** The rest of what is asked for. */
function besides(name: string, expression: string): string {
  const beside = BESIDE.find((one) => one.name.test(name));
  return beside === undefined ? expression : expression.replaceAll(beside.licence, 'MIT');
}

/** "(MIT OR GPL-3.0)" leaves the choice, "MIT AND CC0-1.0" asks for both. */
function isFree(expression: string): boolean {
  const inner = expression.replace(/^\((.*)\)$/, '$1');
  if (inner.includes(' OR ')) return inner.split(' OR ').some(isFree);
  return inner.split(' AND ').every((licence) => FREE.has(licence.trim()));
}
