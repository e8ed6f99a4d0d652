import { type Node, parse } from 'acorn';
import { full } from 'acorn-walk';

/**
 * The language of Chrome 107 (the WeCom of many offices) and Safari 15.4, whichever is older: ES2022 without class static blocks and
 * lookbehind, which Safari has from 16.4 on.
 */
const ES_LEVEL = 2022;

/**
 * What the two lack, by the name that code uses it under. Names that survive minifying, since they are properties. `URL.canParse` and
 * `startViewTransition` are none: the libraries that know them ask first whether they are there.
 */
const TOO_NEW_APIS: ReadonlySet<string> = new Set([
  'toSorted',
  'toReversed',
  'toSpliced',
  'groupBy',
  'withResolvers',
  'fromAsync',
  'isWellFormed',
  'toWellFormed',
  'showPopover',
  'hidePopover',
  'togglePopover',
  'symmetricDifference',
]);
/** `AbortSignal.timeout` and the like: common words elsewhere, too new on these. */
const TOO_NEW_STATICS: Readonly<Record<string, readonly string[]>> = {
  AbortSignal: ['timeout', 'any'],
  URL: ['parse'],
  Promise: ['try'],
};
interface Member extends Node {
  type: 'MemberExpression';
  object: Node & { name?: string };
  property: Node & { name?: string; value?: unknown };
  computed: boolean;
}

/** What a built script has that an old browser cannot read or lacks; empty: nothing. */
export function tooNewInScript(code: string): string[] {
  let program: Node;
  try {
    program = parse(code, { ecmaVersion: ES_LEVEL, sourceType: 'module' });
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : String(error)}`];
  }
  const found = new Set<string>();
  full(program, (node) => {
    if (node.type === 'StaticBlock') found.add('a class static block');
    if (isRegularExpression(node) && /\(\?<[=!]/.test(node.regex.pattern)) found.add('a lookbehind');
    if (isMember(node)) for (const name of namesOf(node)) found.add(name);
  });
  return [...found];
}

function namesOf({ object, property, computed }: Member): string[] {
  if (computed || property.name === undefined) return [];
  const { name } = property;
  if (object.name !== undefined && TOO_NEW_STATICS[object.name]?.includes(name)) return [`${object.name}.${name}`];
  return TOO_NEW_APIS.has(name) ? [name] : [];
}

function isMember(node: Node): node is Member {
  return node.type === 'MemberExpression';
}

function isRegularExpression(node: Node): node is Node & { regex: { pattern: string } } {
  return node.type === 'Literal' && 'regex' in node;
}

const TOO_NEW_STYLES: Readonly<Record<string, RegExp>> = {
  'a unit of the dynamic viewport': /\d(dvh|svh|lvh|dvw|svw|lvw)\b/,
  'color-mix': /color-mix\(/,
  'light-dark': /light-dark\(/,
  'oklch and the like': /\b(oklch|oklab|lch|lab)\(/,
  'a container query': /@container\b/,
  '@starting-style': /@starting-style/,
  '@scope': /@scope\b/,
  popover: /:popover-open/,
  subgrid: /\bsubgrid\b/,
};

/** The same of a style sheet. What only makes a page nicer where it is known (`text-wrap`) is none. */
export function tooNewInStyles(css: string): string[] {
  const found = Object.keys(TOO_NEW_STYLES).filter((name) => TOO_NEW_STYLES[name]?.test(css));
  return hasNesting(css) ? [...found, 'nesting'] : found;
}

/** A rule inside a rule, unless the outer one only says when (`@media`) or is a list of frames. */
function hasNesting(css: string): boolean {
  const open: boolean[] = [];
  let from = 0;
  for (let at = 0; at < css.length; at += 1) {
    const sign = css[at];
    if (sign === '{') {
      const isRule = !css.slice(from, at).trim().startsWith('@');
      if (open.includes(true)) return true;
      open.push(isRule);
    }
    if (sign === '}') open.pop();
    if (sign === '{' || sign === '}' || sign === ';') from = at + 1;
  }
  return false;
}
