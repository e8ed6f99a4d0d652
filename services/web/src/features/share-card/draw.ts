import path from 'node:path';
import type { OverlayOptions } from 'sharp';
import { CARD } from '../../domain/card-address';
import { filled, line, type Pixels, roundedBox } from './shapes';

/** What a card says, line by line; already in its language. */
export interface CardWords {
  title: string;
  organisation: string;
  /** Small words above a figure, side by side; at most three. */
  figures: readonly { label: string; figure: string }[];
}

const MARGIN = 72;
const LOGO = 72;
const GAP = 24;
const TOP = 64;
const TITLE_TOP = 168;
const MOST_TITLE_HEIGHT = 170;
const TITLE_SIZES = { large: [68, 56], small: 44 } as const;
const LINE_SPACING = 12;
const BOX = { top: 430, height: 148, padding: 28, radius: 20 } as const;
/** The tick of app/public/icon.svg, in its 64 units. */
const SIGN = [
  [18, 33],
  [28, 43],
  [47, 21],
] as const;

// As in the app by day (ui/tokens.css).
const PAPER = '#faf8f4';
const INK = '#1d1b18';
const INK_2 = '#5d574e';
const LINE = '#e7e1d6';
const WHITE = '#ffffff';
const JADE = '#0f6f57';
const JADE_INK = '#0b5a46';

/** A typeface of our own: a server need not have one with Chinese letters. */
const FONTS = path.join(path.dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts');
const FAMILY = 'Noto Sans S Chinese';
const FILES = { regular: 'NotoSansHans-Regular.otf', bold: 'NotoSansHans-Bold.otf' } as const;

interface Written {
  text: string;
  weight: keyof typeof FILES;
  size: number;
  colour: string;
  /** Where it breaks (px). */
  width: number;
}

/** Draws a card as PNG; takes some 0.2 s of a core. */
export async function drawCard({ title, organisation, figures }: CardWords): Promise<Buffer> {
  const width = CARD.width - 2 * MARGIN;
  const boxes = boxesFor(figures.length);
  const heading = await headingOf(title, width);
  const name = await write({ text: '打卡 Daka', weight: 'bold', size: 36, colour: JADE_INK, width });
  const by = await fitting({ text: organisation, weight: 'regular', size: 34, colour: INK_2, width }, oneLine(34));
  const overlays = [
    ...furniture(boxes),
    placed(name, MARGIN + LOGO + GAP, TOP + (LOGO - name.height) / 2),
    placed(heading, MARGIN, TITLE_TOP),
    placed(by, MARGIN, TITLE_TOP + heading.height + GAP),
  ];
  for (const [index, { left, width: outer }] of boxes.entries()) {
    const { label, figure } = figures[index] ?? { label: '', figure: '' };
    const inside = { width: outer - 2 * BOX.padding };
    const small = { text: label, weight: 'regular', size: 26, colour: INK_2, ...inside } as const;
    const large = { text: figure, weight: 'bold', size: figureSize(figure), colour: JADE_INK, ...inside } as const;
    overlays.push(placed(await fitting(small, oneLine(small.size)), left + BOX.padding, BOX.top + 28));
    overlays.push(placed(await fitting(large, oneLine(large.size)), left + BOX.padding, BOX.top + 80));
  }
  const sharp = await loaded();
  return sharp({ create: { ...CARD, channels: 3, background: PAPER } })
    .composite(overlays)
    .png({ palette: true, colours: 64, dither: 0 })
    .toBuffer();
}

/** Loaded with the first card: it takes some 20 MB, and many instances never draw one. */
async function loaded(): Promise<typeof import('sharp')> {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
}

async function write({ text, weight, size, colour, width }: Written): Promise<Pixels> {
  const sharp = await loaded();
  const markup = `<span foreground="${colour}">${escaped(drawable(text))}</span>`;
  const font = `${FAMILY}${weight === 'bold' ? ' Bold' : ''} ${size}`;
  const { data, info } = await sharp({
    // At 72 dots an inch a point is a pixel.
    text: {
      text: markup,
      spacing: LINE_SPACING,
      font,
      fontfile: path.join(FONTS, FILES[weight]),
      width,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** As large as it can be in the room there is. */
async function headingOf(text: string, width: number): Promise<Pixels> {
  for (const size of TITLE_SIZES.large) {
    const drawn = await write({ text, weight: 'bold', size, colour: INK, width });
    if (drawn.height <= MOST_TITLE_HEIGHT) return drawn;
  }
  return fitting({ text, weight: 'bold', size: TITLE_SIZES.small, colour: INK, width }, MOST_TITLE_HEIGHT);
}

/** Shortened by whole letters until it has room. */
async function fitting(written: Written, mostHeight: number): Promise<Pixels> {
  let letters = [...written.text];
  let drawn = await write(written);
  while (drawn.height > mostHeight && letters.length > 1) {
    letters = letters.slice(
      0,
      Math.max(1, Math.floor(letters.length * Math.min(0.9, (1.1 * mostHeight) / drawn.height))),
    );
    drawn = await write({ ...written, text: `${letters.join('').trimEnd()}…` });
  }
  return drawn;
}

const oneLine = (size: number): number => size * 1.5;

const placed = ({ data, width, height }: Pixels, left: number, top: number): OverlayOptions => ({
  input: data,
  raw: { width, height, channels: 4 },
  left: Math.round(left),
  top: Math.round(top),
});

interface Box {
  left: number;
  width: number;
}

function boxesFor(count: number): Box[] {
  const whole = CARD.width - 2 * MARGIN;
  const width = Math.floor((whole - (count - 1) * GAP) / Math.max(1, count));
  return Array.from({ length: count }, (_, index) => ({ left: MARGIN + index * (width + GAP), width }));
}

/** What stands on every card: a stripe, our sign, and the frames of the figures. */
function furniture(boxes: readonly Box[]): OverlayOptions[] {
  const stripe = { width: CARD.width, height: 12 };
  const sign = { width: LOGO, height: LOGO };
  const unit = LOGO / 64;
  return [
    placed(filled(stripe, JADE, roundedBox(stripe, 0)), 0, 0),
    placed(filled(sign, JADE, roundedBox(sign, 14 * unit)), MARGIN, TOP),
    placed(
      filled(
        sign,
        WHITE,
        line(
          SIGN.map(([x, y]) => [x * unit, y * unit]),
          6 * unit,
        ),
      ),
      MARGIN,
      TOP,
    ),
    ...boxes.flatMap(({ left, width }) => {
      const [outer, inner] = [
        { width, height: BOX.height },
        { width: width - 4, height: BOX.height - 4 },
      ];
      return [
        placed(filled(outer, LINE, roundedBox(outer, BOX.radius)), left, BOX.top),
        placed(filled(inner, WHITE, roundedBox(inner, BOX.radius - 2)), left + 2, BOX.top + 2),
      ];
    }),
  ];
}

/** Long figures are written smaller rather than broken. */
const figureSize = (figure: string): number => (figure.length > 14 ? 30 : figure.length > 9 ? 38 : 46);

/** Pictograms are in no typeface that we have. */
function drawable(text: string): string {
  const letters = text
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return letters === '' ? '·' : letters;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
