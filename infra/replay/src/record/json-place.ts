/** Line and column of an offset in a text, both from 1. */
export function placeOfOffset(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/** Offset at which the value of `path` begins in valid JSON; of the nearest thing around it where the path leads nowhere. */
export function offsetOfPath(text: string, path: readonly PropertyKey[]): number {
  const value = skipSpace(text, 0);
  return path.reduce<{ at: number; lost: boolean }>(
    ({ at, lost }, key) => {
      const child = lost ? undefined : children(text, at).find((one) => one.key === String(key));
      return child ? { at: child.at, lost: false } : { at, lost: true };
    },
    { at: value, lost: false },
  ).at;
}

/** Members of an object, or elements of an array, that begins at `start`. */
function children(text: string, start: number): { key: string; at: number }[] {
  const isObject = text[start] === '{';
  if (!isObject && text[start] !== '[') return [];
  const found: { key: string; at: number }[] = [];
  let at = skipSpace(text, start + 1);
  while (at < text.length && text[at] !== '}' && text[at] !== ']') {
    let key = String(found.length);
    if (isObject) {
      const end = endOfString(text, at);
      key = JSON.parse(text.slice(at, end)) as string;
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    found.push({ key, at });
    at = skipSpace(text, endOfValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

function endOfValue(text: string, start: number): number {
  const first = text[start];
  if (first === '"') return endOfString(text, start);
  if (first === '{' || first === '[') {
    const last = children(text, start).at(-1);
    return skipSpace(text, last ? endOfValue(text, last.at) : start + 1) + 1;
  }
  let at = start;
  while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at += 1;
  return at;
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
  return at;
}
