import { characterCount } from './index';

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
])('counts %j as %i', (text, characters) => {
  expect(characterCount(text)).toBe(characters);
});
