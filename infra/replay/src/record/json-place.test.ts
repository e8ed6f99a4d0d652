import { offsetOfPath, placeOfOffset } from './json-place';

const TEXT = '{"a": {"b \\" }": [1, {"c": "x,]}"}, [] ], "d": {}},\n "e": null}';

it.each([
  [['a'], '{"b'],
  [['a', 'b " }'], '[1'],
  [['a', 'b " }', 0], '1,'],
  [['a', 'b " }', 1, 'c'], '"x,]}"'],
  [['a', 'b " }', 2], '[] ]'],
  [['a', 'd'], '{}}'],
  [['e'], 'null'],
  [[], '{"a"'],
])('finds %j', (path, begins) => {
  expect(TEXT.slice(offsetOfPath(TEXT, path)).startsWith(begins)).toBe(true);
});

it('stays with the nearest thing around a field that is not there', () => {
  expect(offsetOfPath(TEXT, ['a', 'missing', 'deeper'])).toBe(offsetOfPath(TEXT, ['a']));
});

it('counts lines and columns from 1', () => {
  expect(placeOfOffset(TEXT, 0)).toEqual({ line: 1, column: 1 });
  expect(placeOfOffset(TEXT, offsetOfPath(TEXT, ['e']))).toEqual({ line: 2, column: 7 });
});
