import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// A process that reads strangers' pictures has most readers switched off, also for us: cards are drawn there all the same.
import '@daka/service-kit/files';
import sharp, { type Sharp } from 'sharp';
import { drawCard, type CardWords } from './draw';

const WORDS: CardWords = {
  title: '三十天写作',
  organisation: '港湾写作社',
  figures: [
    { label: '报名费', figure: '¥99' },
    { label: '押金', figure: '¥300' },
    { label: '12月1日开课', figure: '30 天' },
  ],
};

/** A picture has a few colours, chosen by all that is in it. */
const SHADE = 64;

jest.setTimeout(120_000);

const dir = mkdtempSync(join(tmpdir(), 'daka-cards-'));
afterAll(() => rmSync(dir, { recursive: true }));

it('is a picture as large as messages draw it, and small enough to be sent', async () => {
  const card = await drawCard(WORDS);
  expect(await reading(card).metadata()).toMatchObject({ format: 'png', width: 1_200, height: 630 });
  expect(card.length).toBeLessThan(100_000);
});

it('has Chinese letters on a server that has none: each as wide as it is high, which no box for a missing one is', async () => {
  const { width } = await inkOf('早起写作');
  expect(width).toBeGreaterThan(4 * 68 * 0.94);
  expect(width).toBeLessThan(4 * 68 * 1.02);
  // In no typeface at all.
  expect((await inkOf('\ue000'.repeat(4))).width).toBeLessThan(4 * 68 * 0.94);
});

it('writes what people write, not what it would mean as markup', async () => {
  const [plain, bold] = await Promise.all([titleOf('a & b'), titleOf('<b>a</b> & b')]);
  expect(plain.equals(bold)).toBe(false);
  expect((await drawCard({ ...WORDS, title: '<span', organisation: '&amp' })).length).toBeGreaterThan(0);
});

it.each([
  ['nothing but pictograms', '🎉🎉'],
  ['one word without an end', 'x'.repeat(200)],
  ['two hundred letters', '写'.repeat(200)],
])('has room for a title of %s', async (_what, title) => {
  const card = await drawCard({ ...WORDS, title, organisation: title });
  // What is below stays what it is.
  const [found, expected] = await Promise.all([figuresOf(card), figuresOf(await drawCard(WORDS))]);
  expect(found.reduce((most, level, at) => Math.max(most, Math.abs(level - (expected[at] ?? 0))), 0)).toBeLessThan(
    SHADE,
  );
});

it('is drawn without figures too', async () => {
  expect((await drawCard({ ...WORDS, figures: [] })).length).toBeGreaterThan(0);
});

/** How wide the letters of a title are (px). */
async function inkOf(title: string): Promise<{ width: number }> {
  const region = { left: 40, top: 150, width: 1_100, height: 100 };
  const { data, info } = await reading(await drawCard({ ...WORDS, title }))
    .extract(region)
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (await sharp(data, { raw: info }).trim().toBuffer({ resolveWithObject: true })).info;
}

const titleOf = async (title: string): Promise<Buffer> => part(await drawCard({ ...WORDS, title }), 150, 190);
const figuresOf = (card: Buffer): Promise<Buffer> => part(card, 425, 200);

function part(card: Buffer, top: number, height: number): Promise<Buffer> {
  return reading(card).extract({ left: 0, top, width: 1_200, height }).removeAlpha().raw().toBuffer();
}

let written = 0;
/** From a file, as the only readers that are left take it. */
function reading(card: Buffer): Sharp {
  const file = join(dir, `${(written += 1)}.png`);
  writeFileSync(file, card);
  return sharp(file);
}
