import type { CookieOptions, Request, Response } from 'express';

const NAME = 'daka_refresh';

/** The browser's hold on a session: out of reach of scripts and of other sites. */
export interface RefreshCookie {
  read(req: Request): string | null;
  set(res: Response, token: string): void;
  clear(res: Response): void;
}

/** @param options.secure whether browsers reach us over https only. Path is "/", so that it works behind web and directly. */
export function createRefreshCookie(options: { secure: boolean; lifetimeMs: number }): RefreshCookie {
  const attributes: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: options.secure, path: '/' };
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
