import type { State } from '../../features/members/letters';
import { stateOf } from '../../features/members/letters';

/** What each state looks like; the colours differ in lightness too, so that a grey picture tells the same. */
const SHADES: Readonly<Record<State, 'done' | 'madeUp' | 'missed' | 'none' | 'toCome'>> = {
  on_time: 'done',
  made_up: 'madeUp',
  missed: 'missed',
  rest: 'none',
  before: 'none',
  excused: 'none',
  void: 'none',
  open: 'toCome',
  upcoming: 'toCome',
};
export type Shade = (typeof SHADES)[State];
export type Colours = Readonly<Record<Shade, string>>;

function shadeOf(letter: string | undefined): Shade {
  const state = stateOf(letter);
  return state === null ? 'none' : SHADES[state];
}

/**
 * Draws one pixel for each day of each member; the page stretches the picture without smoothing it. 2,000 members of 100 days are 200,000 pixels,
 * written at once.
 */
export function drawPixels(canvas: HTMLCanvasElement, rows: readonly string[], length: number, colours: Colours): void {
  canvas.width = Math.max(1, length);
  canvas.height = Math.max(1, rows.length);
  const context = canvas.getContext('2d');
  if (context === null) return;
  const picture = context.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(picture.data.buffer);
  const words = wordsOf(context, colours);
  rows.forEach((days, row) => {
    for (let at = 0; at < length; at += 1) pixels[row * length + at] = words[shadeOf(days[at])];
  });
  context.putImageData(picture, 0, 0);
}

/** Each colour as the four bytes that a picture keeps of it, whatever way it is written in. */
function wordsOf(context: CanvasRenderingContext2D, colours: Colours): Record<Shade, number> {
  const word = (colour: string): number => {
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
  };
  return {
    done: word(colours.done),
    madeUp: word(colours.madeUp),
    missed: word(colours.missed),
    none: word(colours.none),
    toCome: word(colours.toCome),
  };
}

const GAP = 0.14;

/** Draws cells with air between them and a mark in each, where there is room: made up is a half, missed is crossed out. */
export function drawCells(
  canvas: HTMLCanvasElement,
  rows: readonly string[],
  length: number,
  { colours, cell, scale }: { colours: Colours; cell: number; scale: number },
): void {
  const size = cell * scale;
  canvas.width = Math.max(1, Math.round(length * size));
  canvas.height = Math.max(1, Math.round(rows.length * size));
  const context = canvas.getContext('2d');
  if (context === null) return;
  const gap = Math.max(1, Math.round(size * GAP));
  const side = size - gap;
  rows.forEach((days, row) => {
    for (let at = 0; at < length; at += 1) {
      const shade = shadeOf(days[at]);
      const [x, y] = [at * size, row * size];
      context.fillStyle = colours[shade === 'madeUp' ? 'none' : shade];
      context.fillRect(x, y, side, side);
      if (shade === 'madeUp') half(context, colours.madeUp, x, y, side);
      if (shade === 'missed' && side >= 6) cross(context, colours.none, x, y, side);
    }
  });
}

function half(context: CanvasRenderingContext2D, colour: string, x: number, y: number, side: number): void {
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(x, y + side);
  context.lineTo(x + side, y);
  context.lineTo(x + side, y + side);
  context.fill();
}

function cross(context: CanvasRenderingContext2D, colour: string, x: number, y: number, side: number): void {
  const inset = side * 0.28;
  context.strokeStyle = colour;
  context.lineWidth = Math.max(1, side * 0.1);
  context.beginPath();
  context.moveTo(x + inset, y + inset);
  context.lineTo(x + side - inset, y + side - inset);
  context.moveTo(x + side - inset, y + inset);
  context.lineTo(x + inset, y + side - inset);
  context.stroke();
}
