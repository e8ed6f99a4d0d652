import { tooNewInScript, tooNewInStyles } from './find-too-new';

describe('what an old browser cannot do', () => {
  it.each([
    ['const sorted = items.toSorted();', 'toSorted'],
    ['Object.groupBy(items, by)', 'groupBy'],
    ['fetch(url, { signal: AbortSignal.timeout(5) })', 'AbortSignal.timeout'],
    ['class A { static { run(); } }', 'a class static block'],
    ['const r = /(?<=a)b/', 'a lookbehind'],
    ['dialog.showPopover()', 'showPopover'],
  ])('is found in a script: %s', (code, what) => {
    expect(tooNewInScript(code)).toEqual([what]);
  });

  it('is found where a script cannot be read at all', () => {
    expect(tooNewInScript('const r = /[\\p{L}--[a-z]]/v')).toEqual([expect.stringContaining('cannot be read')]);
    expect(tooNewInScript('using x = open();')).toEqual([expect.stringContaining('cannot be read')]);
  });

  it.each([
    ['.a{height:100dvh}', 'a unit of the dynamic viewport'],
    ['.a{color:color-mix(in srgb,red,blue)}', 'color-mix'],
    ['.a{color:red;.b{color:blue}}', 'nesting'],
    ['.a{&:hover{color:blue}}', 'nesting'],
    ['@media print{.a{color:red;.b{color:blue}}}', 'nesting'],
    ['@container (width>1px){.a{color:red}}', 'a container query'],
  ])('is found in styles: %s', (css, what) => {
    expect(tooNewInStyles(css)).toEqual([what]);
  });

  it('is not what they know', () => {
    expect(tooNewInScript('export const a = b?.c ?? await d; class E { #f = 1; } items.at(-1)')).toEqual([]);
    expect(tooNewInStyles('@media print{.a{color:red}.b{margin:env(x)}}@keyframes k{from{top:0}to{top:1px}}')).toEqual(
      [],
    );
  });
});
