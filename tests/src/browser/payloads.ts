const ACT = 'window.ran=1';

/** What has run in one page or another when it was put where text should be. */
const SEEDS = [
  `<script>${ACT}</script>`,
  `<img src=x onerror=${ACT}>`,
  `<svg onload=${ACT}>`,
  `<svg><script>${ACT}</script></svg>`,
  `<body onload=${ACT}>`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<iframe src="javascript:parent.ran=1"></iframe>`,
  `<a href="javascript:${ACT}">a</a>`,
  `<details open ontoggle=${ACT}>`,
  `<input autofocus onfocus=${ACT}>`,
  `<video><source onerror=${ACT}></video>`,
  `<math><mi xlink:href="javascript:${ACT}">m</mi></math>`,
  `<object data="javascript:${ACT}"></object>`,
  `<embed src="javascript:${ACT}">`,
  `<form action="javascript:${ACT}"><button>b</button></form>`,
  `<style>@import 'javascript:${ACT}';</style>`,
  `<link rel=stylesheet href="javascript:${ACT}">`,
  `<meta http-equiv=refresh content="0;url=javascript:${ACT}">`,
  `<base href="https://evil.example/">`,
  `<template><script>${ACT}</script></template>`,
  `[click](javascript:${ACT})`,
  `![x](x" onerror="${ACT})`,
  `{{constructor.constructor('${ACT}')()}}`,
  `\${${ACT}}`,
  `javascript:${ACT}`,
] as const;

/** As it is, out of an attribute, out of an element, and in another spelling. */
const DRESSED: readonly ((seed: string) => string)[] = [
  (seed) => seed,
  (seed) => `"'>${seed}`,
  (seed) => `</textarea></title></script>${seed}`,
  (seed) => seed.replaceAll(/script|onerror|onload/g, (word) => word.toUpperCase()).replaceAll('<', '\u3000<'),
];

/** A hundred texts that must stay texts. */
export const payloads: readonly string[] = SEEDS.flatMap((seed) => DRESSED.map((dress) => dress(seed)));

/** As many of them as a field of that length takes, from the `from`th on. */
export function payloadText(maxLength: number, from = 0): string {
  let text = '';
  for (const payload of [...payloads.slice(from), ...payloads.slice(0, from)]) {
    const longer = text === '' ? payload : `${text} ${payload}`;
    if (longer.length <= maxLength) text = longer;
  }
  return text;
}
