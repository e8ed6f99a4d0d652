const NAME = 'daka_refresh';

interface Attributes { httpOnly: boolean; sameSite: 'lax'; secure: boolean; path: string; maxAge?: number }
/** What is used of a response. */
interface CookieJar {
  cookie(name: string, value: string, attributes: Attributes): unknown;
  clearCookie(name: string, attributes: Attributes): unknown;
}

/** The browser's hold on a session: out of reach of scripts and of other sites. */
export interface RefreshCookie {
  read(req: { headers: { cookie?: string | undefined } }): string | null;
  set(res: CookieJar, token: string): void;
  clear(res: CookieJar): void;
}

/** @param options.secure whether browsers reach us over https only. Path is "/", so that it works behind web and directly. */
export function createRefreshCookie(options: { secure: boolean; lifetimeMs: number }): RefreshCookie {
  const attributes: Attributes = { httpOnly: true, sameSite: 'lax', secure: options.secure, path: '/' };
  return {
    read: (req) => cookieOf(req.headers.cookie ?? ''),
    set: (res, token) => void res.cookie(NAME, token, { ...attributes, maxAge: options.lifetimeMs }),
    clear: (res) => void res.clearCookie(NAME, attributes),
  };
}

function cookieOf(header: string): string | null {
  for (const pair of header.split(';')) {
    const [name, ...value] = pair.trim().split('=');
    if (name === NAME) return value.join('=');
  }
  return null;
}
