import type { CookieAttributes, SecretCookie } from '../../ports';

const REFRESH = 'daka_refresh';
const DEVICE = 'daka_device';
const DAY_MS = 86_400_000;
/** Browsers keep no cookie for longer than 400 days (RFC 6265bis). */
export const DEVICE_DAYS = 400;

interface Options {
  /** Whether browsers reach us over https only. */
  secure: boolean;
}

/** A browser's hold on its session. */
export function createRefreshCookie({ secure, lifetimeMs }: Options & { lifetimeMs: number }): SecretCookie {
  return createCookie(REFRESH, secure, lifetimeMs);
}

/** What a browser that has signed in before is known by; it opens nothing by itself, and outlives signing out. */
export function createDeviceCookie({ secure }: Options): SecretCookie {
  return createCookie(DEVICE, secure, DEVICE_DAYS * DAY_MS);
}

/** Path is "/", so that it works behind web and directly. */
function createCookie(name: string, secure: boolean, maxAge: number): SecretCookie {
  const attributes: CookieAttributes = { httpOnly: true, sameSite: 'lax', secure, path: '/' };
  return {
    read: (req) => cookieOf(name, req.headers.cookie ?? ''),
    set: (res, secret) => void res.cookie(name, secret, { ...attributes, maxAge }),
    clear: (res) => void res.clearCookie(name, attributes),
  };
}

function cookieOf(wanted: string, header: string): string | null {
  for (const pair of header.split(';')) {
    const [name, ...value] = pair.trim().split('=');
    if (name === wanted) return value.join('=');
  }
  return null;
}
