const PRINTABLE_ASCII = /^[\t\n\r -~]*$/;
/** Blank in every font, though Unicode calls them symbols, letters or marks: half fill space, Braille blank, object replacement, fillers. */
const BLANK = '\\u303F\\u2800\\uFFFC\\u{13441}\\u{13442}\\u{16FE4}\\u{1D159}';
const INVISIBLE = new RegExp(
  `^[\\s\\p{Z}\\p{Cc}\\p{Cf}\\p{Cn}\\p{Cs}\\p{Default_Ignorable_Code_Point}${BLANK}]+$`,
  'u',
);
/** The most visible characters that an entry may hold. */
export const MOST_CHARACTERS = 10_000;
/** UTF-16 units for each character of a limit; the longest emoji in use, families with skin tones, have 19. */
const MOST_UNITS_EACH = 20;
/** Segmenting costs the square of the length, so it is done in pieces. */
const PIECE_UNITS = 256;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Number of visible characters (grapheme clusters; CJK and emoji count one each). Spaces, controls, format characters, fillers, blanks and
 * unassigned code points count nothing.
 */
export function characterCount(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.replace(/\s+/g, '').length;
  let characters = 0;
  for (const grapheme of graphemesOf(text)) if (!INVISIBLE.test(grapheme)) characters += 1;
  return characters;
}

/** Whether a text has no more visible characters than that, whatever their bytes; what shows nothing is bounded too. */
export function holdsAtMost(text: string, mostCharacters: number): boolean {
  return text.length <= mostCharacters * MOST_UNITS_EACH && characterCount(text) <= mostCharacters;
}

/** The same for a name, a title or a reason, where spaces count. */
export function isAtMost(text: string, mostCharacters: number): boolean {
  if (text.length <= mostCharacters) return true;
  if (text.length > mostCharacters * MOST_UNITS_EACH) return false;
  const rest = graphemesOf(text);
  for (let characters = 0; characters <= mostCharacters; characters += 1) if (rest.next().done) return true;
  return false;
}

/** The last cluster of a piece may go on in the next, so that piece begins with it. */
function* graphemesOf(text: string): Generator<string> {
  let from = 0;
  let units = PIECE_UNITS;
  while (from < text.length) {
    const to = endsInHalf(text, from + units) ? from + units + 1 : from + units;
    const pieces = [...graphemes.segment(text.slice(from, to))];
    const isLast = to >= text.length;
    const last = isLast ? undefined : pieces.pop();
    for (const { segment } of pieces) yield segment;
    if (last === undefined) return;
    units = pieces.length === 0 ? units * 2 : PIECE_UNITS;
    from += last.index;
  }
}

/** Whether a cut here parts the two units of one code point. */
function endsInHalf(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff;
}
