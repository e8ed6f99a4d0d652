/** The server understood and said no; `code` is one of the stable words of its problem documents. */
export class Refusal extends Error {
  override name = 'Refusal';
  constructor(
    readonly code: string,
    readonly status: number,
    /** Of the fields that were wrong. */
    readonly fields: readonly { path: string; message: string }[] = [],
    readonly retryAfterSeconds: number | null = null,
    /** The whole problem document. */
    private readonly body: unknown = null,
  ) {
    super(`${status} ${code}`);
  }

  /** What else the document says under that name, where it is a text. */
  told(name: string): string | null {
    return textOf(this.body, name);
  }
}

/** Nothing came back: no network, or the server is away. Whether something happened is unknown. */
export class Unreachable extends Error {
  override name = 'Unreachable';
  constructor(override readonly cause: unknown) {
    super('nothing came back');
  }
}

/** Reads a problem document; what is none (a proxy's page) counts as its status alone. */
export async function readRefusal(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null);
  const retryAfter = Number(response.headers.get('retry-after'));
  const seconds = Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null;
  return new Refusal(textOf(body, 'code') ?? `http_${response.status}`, response.status, fieldsOf(body), seconds, body);
}

/** May work by itself a little later, with the same request. */
export function isTemporary(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof Refusal && (error.status >= 500 || error.status === 429));
}

export function isRefusal(error: unknown, ...codes: string[]): error is Refusal {
  return error instanceof Refusal && codes.includes(error.code);
}

function textOf(body: unknown, key: string): string | null {
  if (typeof body !== 'object' || body === null || !(key in body)) return null;
  const value: unknown = Reflect.get(body, key);
  return typeof value === 'string' ? value : null;
}

function fieldsOf(body: unknown): { path: string; message: string }[] {
  const fields: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'fields') : null;
  if (!Array.isArray(fields)) return [];
  return fields.map((field: unknown) => ({
    path: textOf(field, 'path') ?? '',
    message: textOf(field, 'message') ?? '',
  }));
}
