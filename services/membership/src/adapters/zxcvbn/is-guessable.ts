import type { IsGuessable } from '../../ports';

/** Of five, 0 to 4: safe where each guess must be sent to us, and slow to find even where a hash was stolen. */
const LEAST_SCORE = 3;
/** The estimate takes long for long texts, and what comes after so many characters only makes them harder to guess. */
const LOOKED_AT = 64;
/** What its lists lack: our own name, and what people type in Pinyin and in numbers that sound like words. */
const OWN_WORDS = [
  'daka',
  '打卡',
  'woaini',
  'aini',
  'mima',
  'wodemima',
  'zhongguo',
  '520',
  '1314',
  '5201314',
  '1314520',
];

/** By the estimate of zxcvbn: lists of passwords that were found in the open, words, dates, keyboards, repeats. */
export function createIsGuessable(): IsGuessable {
  // Its lists take 20 MB, so that they are read when the first password is chosen.
  let reading: ReturnType<typeof readLists> | undefined;
  return async (password, words) => {
    const lists = await (reading ??= readLists());
    return lists.check([...password].slice(0, LOOKED_AT).join(''), [...OWN_WORDS, ...words]).score < LEAST_SCORE;
  };
}

async function readLists() {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
}
