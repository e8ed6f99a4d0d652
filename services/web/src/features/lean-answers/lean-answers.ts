import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler, Response } from 'express';

/** What is larger goes through as it comes, so that a page's answer is all that is ever held here. */
const MOST_BYTES = 1_000_000;
/** Below that a compressed answer is hardly smaller. */
const WORTH_COMPRESSING_BYTES = 1_000;
/** Smaller by little and slower by much above it. */
const BROTLI_QUALITY = 4;

/**
 * What was asked for and has not changed is not sent again, and what is sent is sent small: answers to GET that are JSON, made here or forwarded, get an ETag
 * and are compressed. Event streams and other files go through as they are. Whoever is signed in is answered `no-store` as before; what anybody
 * may read may be kept, and is asked for anew each time.
 */
export function leanAnswers(): RequestHandler {
  return (req, res, next) => {
    if (req.method === 'GET') collectAnswer(req, res);
    next();
  };
}

/** Holds back what is written until all of it is there. */
function collectAnswer(req: Request, res: Response): void {
  const write = res.write.bind(res);
  const end = res.end.bind(res);
  // Taken before a sign-in is put in its place.
  const isAnybody = req.headers.authorization === undefined && req.headers.cookie === undefined;
  const held: Buffer[] = [];
  let bytes = 0;

  /** From here on it goes as it comes, and what was held goes first. */
  function letThrough(): void {
    Object.assign(res, { write, end });
    for (const chunk of held.splice(0)) write(chunk);
  }

  /** False: it is none of ours, or too large. */
  function hold(chunk: unknown, encoding: unknown): boolean {
    if (!isOurs(res)) return false;
    const buffer = bufferOf(chunk, encoding);
    if (bytes + buffer.length > MOST_BYTES) return false;
    bytes += buffer.length;
    held.push(buffer);
    return true;
  }

  Object.assign(res, {
    write(chunk: string | Buffer, encoding: BufferEncoding): boolean {
      if (hold(chunk, encoding)) return true;
      letThrough();
      return write(chunk, encoding);
    },
    end(chunk?: string | Buffer, encoding?: BufferEncoding): Response {
      if (hold(chunk, encoding)) {
        Object.assign(res, { write, end });
        void send(Buffer.concat(held), { req, res, end, isAnybody });
        return res;
      }
      letThrough();
      return chunk === undefined ? end() : end(chunk, encoding ?? 'utf8');
    },
  });
}

const isOurs = (res: Response): boolean =>
  !res.headersSent &&
  res.statusCode === 200 &&
  res.getHeader('content-encoding') === undefined &&
  /^application\/json\b/.test(String(res.getHeader('content-type')));

function bufferOf(chunk: unknown, encoding: unknown): Buffer {
  if (typeof chunk === 'string')
    return Buffer.from(chunk, typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8');
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}

interface Sending {
  req: Request;
  res: Response;
  end(body?: Buffer): unknown;
  isAnybody: boolean;
}

async function send(body: Buffer, { req, res, end, isAnybody }: Sending): Promise<void> {
  // A weak one: it names what is said, in whatever encoding.
  res.setHeader('ETag', `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`);
  res.vary('Accept-Encoding');
  if (isAnybody) {
    res.vary('Authorization, Cookie');
    res.setHeader('Cache-Control', 'no-cache');
  }
  if (req.fresh) {
    for (const name of ['Content-Length', 'Content-Type', 'Transfer-Encoding']) res.removeHeader(name);
    res.statusCode = 304;
    end();
    return;
  }
  const small = await compressed(body, req).catch(() => null);
  if (res.destroyed) return;
  if (small !== null) res.setHeader('Content-Encoding', small.encoding);
  res.removeHeader('Transfer-Encoding');
  res.setHeader('Content-Length', (small?.body ?? body).length);
  end(small?.body ?? body);
}

async function compressed(body: Buffer, req: Request): Promise<{ encoding: string; body: Buffer } | null> {
  if (body.length < WORTH_COMPRESSING_BYTES) return null;
  if (req.acceptsEncodings('br')) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
    return { encoding: 'br', body: await promisify(brotliCompress)(body, { params }) };
  }
  return req.acceptsEncodings('gzip') ? { encoding: 'gzip', body: await promisify(gzip)(body) } : null;
}
