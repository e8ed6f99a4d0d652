import { refuse, type Refused } from '@daka/contracts';
import type sharp from 'sharp';
import { perceptualHash } from './perceptual-hash';

/** Of a decoded picture, whichever way it is stored: 50 megapixels of a phone are 150 MB. */
export const MOST_DECODED_BYTES = 200_000_000;
const MOST_PIXELS = 64_000_000;
const MOST_EDGE = 16_383;
const STORED_EDGE = 2_560;
const THUMBNAIL_EDGE = 360;
const STORED_QUALITY = 82;
const THUMBNAIL_QUALITY = 72;
const WITHIN_SECONDS = 25;
const SAMPLE_BYTES: Readonly<Record<string, number>> = { uchar: 1, char: 1, ushort: 2, short: 2 };

export type PictureRefusal = 'picture_too_large' | 'file_damaged';

export interface CleanPicture {
  width: number;
  height: number;
  bytes: number;
  thumbnailBytes: number;
  /** See perceptual-hash; null: too even to be told from others. */
  hash: string | null;
}

type Draw = typeof sharp;
let drawing: Promise<Draw> | undefined;

/** Loaded with the first picture: it takes 9 MB, and many a service never sees one. */
function loadSharp(): Promise<Draw> {
  drawing ??= import('sharp').then(({ default: draw }) => {
    // Nothing but these three is ever decoded, whatever a file claims to be: SVG, PDF and their like have readers that fetch and run.
    draw.block({ operation: ['VipsForeignLoad'] });
    draw.unblock({ operation: ['VipsForeignLoadJpegFile', 'VipsForeignLoadPngFile', 'VipsForeignLoadWebpFile'] });
    draw.cache(false);
    draw.concurrency(1);
    return draw;
  });
  return drawing;
}

/** How much memory a picture takes once decoded, read off its header. */
export async function decodedBytes(file: string): Promise<Refused<PictureRefusal> | number> {
  const draw = await loadSharp();
  const header = await draw(file, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (header === null) return refuse('file_damaged', 'The picture cannot be read.');
  const { width, height, channels, depth } = header;
  const bytes = width * height * channels * (SAMPLE_BYTES[depth] ?? 8);
  if (width * height > MOST_PIXELS || bytes > MOST_DECODED_BYTES || Math.max(width, height) > MOST_EDGE)
    return refuse('picture_too_large', `A picture has at most ${MOST_PIXELS / 1_000_000} megapixels.`, {
      extra: { width, height },
    });
  return bytes;
}

/**
 * Draws a picture anew as JPEG, upright, with a small one beside it: what else was in the file (where it was taken, a second file, a script)
 * is not drawn and so is gone.
 */
export async function cleanPicture(
  from: string,
  to: { picture: string; thumbnail: string },
): Promise<Refused<PictureRefusal> | CleanPicture> {
  const draw = await loadSharp();
  try {
    const { width, height, size } = await jpeg(draw, from, STORED_EDGE, STORED_QUALITY).toFile(to.picture);
    const thumbnail = await jpeg(draw, to.picture, THUMBNAIL_EDGE, THUMBNAIL_QUALITY).toFile(to.thumbnail);
    const hash = await perceptualHash(draw(to.thumbnail));
    return { width, height, bytes: size, thumbnailBytes: thumbnail.size, hash };
  } catch {
    return refuse('file_damaged', 'The picture cannot be read.');
  }
}

function jpeg(draw: Draw, file: string, edge: number, quality: number) {
  return draw(file, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: WITHIN_SECONDS })
    .autoOrient()
    .resize({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality });
}
