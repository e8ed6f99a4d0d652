import sharp from 'sharp';

/** A JPEG with something in it, the same for the same seed, unlike those of other seeds. */
export function drawnPicture(seed: number, { width = 320, height = 240 } = {}): Promise<Buffer> {
  const raw = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const wave = Math.sin((x * seed) / 23 + seed) + Math.cos((y * (seed + 1)) / 31) + Math.sin((x + y) / (9 + seed));
      raw.fill(Math.round(128 + wave * 40), (y * width + x) * 3, (y * width + x) * 3 + 3);
    }
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A picture as large as they come from a telephone: 12 megapixels of JPEG, near 12 MB. Takes seconds. */
export function drawnLargePicture(): Promise<Buffer> {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 62 };
  return sharp({ create: { width: 4_000, height: 3_000, channels: 3, background: '#000', noise } })
    .jpeg({ quality: 95 })
    .toBuffer();
}
