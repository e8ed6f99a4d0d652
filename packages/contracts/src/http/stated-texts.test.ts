import * as z from 'zod';
import { line, prose } from './common';

/** What the OpenAPI document says of a text. */
function stated(schema: z.ZodType): RegExp[] {
  const { allOf = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return allOf.map(({ pattern }) => new RegExp(String(pattern), 'u'));
}

/** Of the planes that hold characters; halves of characters are in no JSON. */
function* codePoints(): Generator<number> {
  for (let code = 0; code < 0x20000; code++) if (code < 0xd800 || code > 0xdfff) yield code;
  for (let code = 0xe0000; code < 0xe0200; code++) yield code;
}

describe.each([
  ['one line', line(20)],
  ['several lines', prose(20)],
])('%s', (_, schema) => {
  const patterns = stated(schema);
  const isStated = (text: string) => patterns.length > 0 && patterns.every((pattern) => pattern.test(text));

  it('is refused by what its document states, and by nothing else, whatever the character', () => {
    const differing: string[] = [];
    for (const code of codePoints()) {
      const character = String.fromCodePoint(code);
      for (const text of [character, `a${character}a`])
        if (schema.safeParse(text).success !== isStated(text)) differing.push(`${text.length} U+${code.toString(16)}`);
    }
    expect(differing.slice(0, 20)).toEqual([]);
  });

  it('drops the space around it, as the document states', () => {
    expect(schema.parse(' \n a \t')).toBe('a');
    expect(isStated(' \n a \t')).toBe(true);
  });

  it.each(['', ' ', '\u3164', '\u00ad', '\u{e0020}', '\u2800', '\u303f', '\u{1d159}', '\u{13441}', '\u{16fe4}'])(
    'takes nothing that shows nothing: %j',
    (text) => {
      expect(schema.safeParse(text).success).toBe(false);
      expect(isStated(text)).toBe(false);
    },
  );

  it('takes no half of a character', () => {
    expect(schema.safeParse('a\ud83d').success).toBe(false);
  });
});
