/** What of a key press matters here. */
export interface Press {
  key: string;
  keyCode: number;
  isComposing: boolean;
  repeat: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** Where it was pressed. */
export interface Place {
  /** In a field, where keys are letters. */
  isWriting: boolean;
  /** Over the page, where its keys mean nothing. */
  isInDialog: boolean;
}

/** A key that an input method is still composing with, by the number that browsers give it instead. */
const COMPOSING = 229;
/** What may be held down. */
const REPEATED = new Set(['j', 'k']);
/** As a Chinese keyboard writes them. */
const ALSO: Readonly<Record<string, string>> = { '？': '?', '／': '/', '、': '/' };

/** Which of the page's keys it is; null: none, it is somebody's writing or the browser's. */
export function keyOf(press: Press, { isWriting, isInDialog }: Place): string | null {
  if (press.isComposing || press.keyCode === COMPOSING) return null;
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (isWriting || isInDialog) return null;
  const key = ALSO[press.key] ?? (press.key.length === 1 ? press.key.toLowerCase() : press.key);
  return press.repeat && !REPEATED.has(key) ? null : key;
}
