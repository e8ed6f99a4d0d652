const SECRET_KEY =
  /passw|passphrase|secret|token|authorization|cookie|e-?mail|api-?key|private-?key|signature|^text$|^markdown$/i;
const REDACTED = '[redacted]';
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;

const JWT = /eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g;
const BEARER = /\b(bearer|basic)\s+[\w+/=.~-]+/gi;
const E_MAIL = /[\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+/g;
const API_KEY = /\b(?:[srp]k_(?:live|test)|whsec)_\w+/g;
/** A named secret inside a text, as in `password=x`, `"token": "x"` (quotes may be escaped) or a URL's user:password. */
const NAMED = /((?:passw(?:or)?d|passphrase|secret|token)[\\"']*\s*[:=]\s*[\\"']*)[^\s\\"',;&}]+/gi;
const URL_CREDENTIALS = /(\w:\/\/)[^\s/@"]+:[^\s/@"]+@/g;

/** Replaces the values of keys that name secrets, at any depth. */
export function redactFields(fields: Record<string, unknown>): Record<string, unknown> {
  return redactObject(fields, 0);
}

/** Replaces what looks like a secret or an e-mail address anywhere in one log line. */
export function redactLine(line: string): string {
  return line
    .replace(URL_CREDENTIALS, `$1${REDACTED}@`)
    .replace(JWT, REDACTED)
    .replace(BEARER, `$1 ${REDACTED}`)
    .replace(API_KEY, REDACTED)
    .replace(E_MAIL, REDACTED)
    .replace(NAMED, `$1${REDACTED}`);
}

function redactObject(fields: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(fields).slice(0, MAX_ITEMS);
  return Object.fromEntries(
    entries.map(([key, value]) => [key, SECRET_KEY.test(key) ? REDACTED : redactValue(value, depth + 1)]),
  );
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth > MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redactValue(item, depth + 1));
  return redactObject(value, depth);
}

/** Only what helps to find the cause: properties of driver errors may carry whole documents. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    stack: error.stack,
    ...(error.cause instanceof Error ? { cause: redactValue(error.cause, depth + 1) } : {}),
  };
}
