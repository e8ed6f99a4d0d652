import { sizeOf } from './size';

it.each([
  [1, '1 KB'],
  [340_400, '340 KB'],
  [999_499, '999 KB'],
  [999_500, '1.0 MB'],
  [20_000_000, '20.0 MB'],
])('%d bytes are %s', (bytes, shown) => {
  expect(sizeOf(bytes)).toBe(shown);
});
