import type { Request, Response } from 'express';
import type { SessionCookie, Visit } from '../../ports';
import { isSecret } from './seal';

/** The one cookie of a browser: out of reach of scripts, of other sites, and with https of other hosts. */
export function createSessionCookie(publicOrigin: string): SessionCookie {
  const secure = publicOrigin.startsWith('https:');
  const name = secure ? '__Host-daka' : 'daka';
  const attributes = { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const;
  const taken = new WeakMap<Request, string>();
  const visits = new WeakMap<Request, Visit>();
  return {
    /** Takes it out of a request, so that it goes no further. Undefined: there is none, or none of ours. */
    takeFrom(req: Request): string | undefined {
      const pairs = (req.headers.cookie ?? '').split(';').map((pair) => pair.trim());
      const others = pairs.filter((pair) => pair !== '' && !pair.startsWith(`${name}=`));
      const own = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
      if (others.length > 0) req.headers.cookie = others.join('; ');
      else delete req.headers.cookie;
      if (own === undefined || !isSecret(own)) return undefined;
      taken.set(req, own);
      return own;
    },
    /** What was taken out of this request. */
    of: (req: Request): string | undefined => taken.get(req),
    visitOf: (req: Request): Visit | undefined => visits.get(req),
    letIn: (req: Request, visit: Visit) => void visits.set(req, visit),
    set: (res: Response, secret: string, maxAgeMs: number) =>
      void res.cookie(name, secret, { ...attributes, maxAge: maxAgeMs }),
    clear: (res: Response) => void res.clearCookie(name, attributes),
  };
}
