const PRINTABLE_ASCII = /^[\t\n\r -~]*$/;
const INVISIBLE = /^[\s\p{Cc}\p{Default_Ignorable_Code_Point}]+$/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Number of non-space characters (grapheme clusters; CJK and emoji count one each).
 * Invisible padding such as zero-width spaces does not count.
 */
export function characterCount(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.replace(/\s+/g, '').length;
  let characters = 0;
  for (const { segment } of graphemes.segment(text)) if (!INVISIBLE.test(segment)) characters += 1;
  return characters;
}
