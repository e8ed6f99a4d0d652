export { fromHex, HASH_BYTES, toHex } from './bytes';
export type { BookHead, DayFacts, Leaf, SumNode } from './hashes';
export { accountName, addHead, dayHash, leafNode, NOTHING_BEFORE, parentNode } from './hashes';
export type { JournalEntry, JournalFault, JournalHead, Sha256 } from './journal';
export { EMPTY_JOURNAL, entryHash, LEARNER_ACCOUNTS, owedMinor, replayEntries, sha256Text } from './journal';
export type { OnNode, SumTree } from './tree';
export { createSumTree, rootOver, siblingsOf } from './tree';
