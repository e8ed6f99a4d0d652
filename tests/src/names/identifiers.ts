import { parseSync } from '@swc/core';

export interface Names {
  /**
   * What a file gives a name or uses by it as its own. Left out are properties that are read off something (`x.name`):
   * who declares them names them; and what is imported, which is named where it is exported.
   */
  identifiers: Set<string>;
  /** Literal texts: a status or a kind is a name, too, but who knows whose. */
  texts: Set<string>;
}

export function namesOf(source: string): Names {
  const found: Names = { identifiers: new Set(), texts: new Set() };
  collect(parseSync(source, { syntax: 'typescript', target: 'es2022' }), found);
  return found;
}

function collect(node: unknown, found: Names): void {
  if (Array.isArray(node)) return node.forEach((item) => collect(item, found));
  if (typeof node !== 'object' || node === null) return;
  const { type, value } = node as { type?: unknown; value?: unknown };
  if (type === 'ImportDeclaration') return;
  if (type === 'Identifier' && typeof value === 'string') found.identifiers.add(value);
  if (type === 'StringLiteral' && typeof value === 'string') found.texts.add(value);
  for (const [field, child] of Object.entries(node)) {
    if (type === 'MemberExpression' && field === 'property' && !isComputed(child)) continue;
    collect(child, found);
  }
}

function isComputed(property: unknown): boolean {
  return typeof property === 'object' && property !== null && 'type' in property && property.type === 'Computed';
}

/** `depositMinorOf` and `DEPOSIT_MINOR_OF` are both deposit, minor, of. */
export function wordsOf(identifier: string): string[] {
  return identifier
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
