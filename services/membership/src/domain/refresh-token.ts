/** A refresh token names its session and proves it with a secret: "<session id>.<secret>". */
export function formatToken(sessionId: string, secret: string): string {
  return `${sessionId}.${secret}`;
}

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{20,100})$/;

/** Null when this is no token of ours. */
export function parseToken(token: string | null): { sessionId: string; secret: string } | null {
  const [, sessionId, secret] = TOKEN.exec(token ?? '') ?? [];
  return sessionId && secret ? { sessionId, secret } : null;
}
