/**
 * An expected "no": a stable code and, where it helps, what is wrong and where.
 * A value, not an exception; it knows no HTTP status (the route that answers does).
 */
export interface Refused<Code extends string = string> {
  refused: Code;
  detail?: string;
  /** Paths of request fields that are to blame. */
  fields?: { path: string; message: string }[];
  /** More that the caller may act on, such as a waiting position. */
  extra?: Record<string, unknown>;
  /** After how many seconds the same may be tried again (the header Retry-After). */
  retryAfterSeconds?: number;
}

export function refuse<const Code extends string>(
  code: Code,
  detail?: string,
  more?: Pick<Refused, 'fields' | 'extra' | 'retryAfterSeconds'>,
): Refused<Code> {
  return { refused: code, ...(detail === undefined ? {} : { detail }), ...more };
}

export function isRefused(outcome: unknown): outcome is Refused {
  return typeof outcome === 'object' && outcome !== null && 'refused' in outcome && typeof outcome.refused === 'string';
}
