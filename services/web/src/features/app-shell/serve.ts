import { HttpProblem, sendProblem } from '@daka/service-kit';
import type { Request, RequestHandler, Response } from 'express';
import { type Asset, type Encoding, readAssets } from './assets';
import { introducesCohort, type ShellFor } from './cohort-cards';
import { createShells } from './shells';

const SHELL = '/index.html';
/** Named after their content by the bundler, so they never change. */
const IMMUTABLE = /^\/assets\//;

/**
 * The browser app: its files, and for every other address that a browser opens as a page the shell, which knows the pages.
 * @param dir where the app was built; without it, pages say so.
 * @param shellFor the shell of one address where it says more; its page's where that is null.
 */
export async function createAppShell(dir: string, shellFor: ShellFor): Promise<RequestHandler> {
  const assets = readAssets(dir);
  const built = await assets.get(SHELL)?.body('identity');
  const shellOf = built === undefined ? null : createShells(dir, built.toString('utf8'));
  return (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next();
    const asset = assets.get(req.path);
    if (asset !== undefined && req.path !== SHELL) return void send(asset, kindOf(req.path), req, res, next);
    // A service worker asks for the shell itself, as a file.
    if (!isPage(req) && req.path !== SHELL) return next();
    if (shellOf === null)
      return sendProblem(res, new HttpProblem(503, 'unavailable', 'The app has not been built: npm run build.'));
    const shell = shellOf(req.path, req.acceptsLanguages());
    const own = shellFor(req.path, shell).then((special) => special ?? shell.asset);
    void send(own, 'shell', req, res, next);
  };
}

type Kind = 'shell' | 'file' | 'immutable';

const kindOf = (path: string): Kind => (IMMUTABLE.test(path) ? 'immutable' : 'file');

/**
 * Browsers ask for pages by saying so; scripts and images that are gone are not answered with one. Whoever draws what a message shows of a link to
 * a cohort asks for anything.
 */
function isPage({ path, headers: { accept = '*/*' } }: Request): boolean {
  if (IMMUTABLE.test(path) || path.startsWith('/api/')) return false;
  return accept.includes('text/html') || (accept.includes('*/*') && (path === '/' || introducesCohort(path)));
}

async function send(
  wanted: Asset | Promise<Asset>,
  kind: Kind,
  req: Request,
  res: Response,
  next: (error: unknown) => void,
): Promise<void> {
  try {
    const asset = await wanted;
    const encoding = asset.isCompressible ? encodingFor(req) : 'identity';
    res.set({
      'Content-Type': asset.type,
      // Each encoding is a representation of its own; a shared one would let a cache mix them up.
      ETag: `"${asset.etag}${encoding === 'identity' ? '' : `-${encoding}`}"`,
      'Cache-Control': kind === 'immutable' ? 'public, max-age=31536000, immutable' : 'no-cache',
      Vary: kind === 'shell' ? 'Accept-Encoding, Accept-Language' : 'Accept-Encoding',
    });
    if (req.fresh) return void res.status(304).end();
    if (encoding !== 'identity') res.set('Content-Encoding', encoding);
    const body = await asset.body(encoding);
    res.set('Content-Length', String(body.length));
    res.end(req.method === 'HEAD' ? undefined : body);
  } catch (error) {
    next(error);
  }
}

/** The smallest that the browser takes. */
function encodingFor(req: Request): Encoding {
  if (req.acceptsEncodings('br')) return 'br';
  return req.acceptsEncodings('gzip') ? 'gzip' : 'identity';
}
