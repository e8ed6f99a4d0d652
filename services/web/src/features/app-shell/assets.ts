import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};
/** Below that a compressed file is hardly smaller. */
const WORTH_COMPRESSING_BYTES = 500;

export type Encoding = 'br' | 'gzip' | 'identity';

/** One built file as it is sent. */
export interface Asset {
  type: string;
  etag: string;
  body(encoding: Encoding): Promise<Buffer>;
  isCompressible: boolean;
}

/** The built app by address; read once, because it changes only with a new build. Empty when it was never built. */
export function readAssets(dir: string): ReadonlyMap<string, Asset> {
  return new Map(filesBelow(dir).map((file) => [`/${file}`, assetOf(path.join(dir, file))]));
}

function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return (
    readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(dir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
      // The bundler's notes, for our checks.
      .filter((file) => !file.startsWith('.'))
  );
}

function assetOf(file: string): Asset {
  return createAsset(readFileSync(file), TYPES[path.extname(file)] ?? 'application/octet-stream');
}

/** Compresses what is asked for once. */
export function createAsset(content: Buffer, type: string): Asset {
  const isCompressible = !type.startsWith('image/png') && content.length >= WORTH_COMPRESSING_BYTES;
  const made = new Map<Encoding, Promise<Buffer>>();
  return {
    type,
    etag: createHash('sha256').update(content).digest('base64url').slice(0, 22),
    isCompressible,
    async body(encoding) {
      if (encoding === 'identity' || !isCompressible) return content;
      const known = made.get(encoding) ?? compressed(content, encoding);
      made.set(encoding, known);
      return known;
    },
  };
}

function compressed(content: Buffer, encoding: 'br' | 'gzip'): Promise<Buffer> {
  return encoding === 'br'
    ? promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
    : promisify(gzip)(content, { level: 9 });
}
