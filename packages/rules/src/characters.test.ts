import { characterCount, holdsAtMost, isAtMost } from './index.ts';

it.each([
  ['', 0],
  ['   \n\t', 0],
  ['two words', 8],
  ['今天打卡', 4],
  ['读书 30 页', 5],
  ['👍🏽👨‍👩‍👧🇨🇳', 3],
  ['e\u0301te\u0301', 3],
  ['naïve café', 9],
  ['\u3000\u00a0全角', 2],
  ['a\u200b\u200b\ufeff\u3164b', 2],
  ['line\r\nline', 8],
  ['\u115F\u1160\u3164\uFFA0', 0],
  ['\u2800\uFFFC\u{1D159}', 0],
  ['\u0378\u{E0080}', 0],
  ['\u202E\u0600\u00AD', 0],
  ['\u0000\u0007\uD800', 0],
  ['\u2800한\uFFFCक्षि', 2],
])('counts %j as %i', (text, characters) => {
  expect(characterCount(text)).toBe(characters);
});

const family = '\u{1F468}\u{1F3FB}\u200D\u{1F469}\u{1F3FB}\u200D\u{1F467}\u{1F3FB}\u200D\u{1F466}\u{1F3FB}';

it('counts a text of any length as its pieces, wherever they are cut', () => {
  for (const character of ['长', family, '\u{1F1E8}\u{1F1F3}', 'e\u0301', 'क्षि'])
    for (const before of ['', 'x', 'xy']) {
      const text = before + character.repeat(2_000);
      expect(characterCount(text)).toBe(before.length + 2_000);
    }
  expect(characterCount(`a${'\u0301'.repeat(5_000)}b`)).toBe(2);
  expect(characterCount('长'.repeat(300_000))).toBe(300_000);
});

it.each<[string, string, boolean, boolean]>([
  ['as many as there may be', '长'.repeat(100), true, true],
  ['one more', '长'.repeat(101), false, false],
  ['as many of the longest emoji', family.repeat(100), true, true],
  ['one emoji more', family.repeat(101), false, false],
  ['spaces between', '长 '.repeat(100), true, false],
  ['spaces without end', `长${' '.repeat(2_000)}`, false, false],
  ['marks without end', `a${'\u0301'.repeat(2_000)}`, false, false],
])('of 100 characters a text, and a name, may have %s', (_what, text, inText, inName) => {
  expect([holdsAtMost(text, 100), isAtMost(text, 100)]).toEqual([inText, inName]);
});
