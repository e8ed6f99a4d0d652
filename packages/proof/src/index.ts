export { fromHex, HASH_BYTES, toHex } from './bytes.ts';
export type { BookHead, DayFacts, DecisionHead, HashBytes, Hashing, Leaf, SumNode } from './hashes.ts';
export { accountName, addHead, createHashing, dayHash, leafNode, NOTHING_BEFORE, parentNode } from './hashes.ts';
export type { JournalEntry, JournalFault, JournalHead, Replayed, Sha256 } from './journal.ts';
export {
  EMPTY_JOURNAL,
  entryHash,
  entryId,
  LEARNER_ACCOUNTS,
  NOTHING_REPLAYED,
  owedMinor,
  replayEntries,
  replayEntry,
  sha256Text,
} from './journal.ts';
export { createParts, halfIndexes, LEAVES_OF_A_PART, leavesOfPart, type Part, type ProvenBalance } from './parts.ts';
export type { OnNode, SumTree } from './tree.ts';
export { createSumTree, rootOver, siblingsOf } from './tree.ts';
export { coverageOf, type Custody, type CustodyAccount, heldOf } from './custody.ts';
export { checkChain, checkHeld, checkPublished, type SourcedDay } from './check-chain.ts';
export { checkDecisions } from './check-decisions.ts';
export { type DecisionFacts, decisionHash, type DecisionWho, EMPTY_DECISIONS, whoHashOf } from './decisions.ts';
export { type DecisionEntry, DecisionEntrySchema, type Decisions, DecisionsSchema } from './documents/decisions.ts';
export { checkDay, checkReceipt } from './check-receipt.ts';
export { HashSchema, UtcDaySchema } from './documents/common.ts';
export {
  type DayRecord,
  DayRecordSchema,
  type PublicProof,
  PublicProofSchema,
  type PublishedDay,
  PublishedDaySchema,
} from './documents/day-record.ts';
export { type Receipt, ReceiptSchema } from './documents/receipt.ts';
export type { Fault, FaultKind } from './fault.ts';
export {
  type CalendarExport,
  CalendarExportSchema,
  type Export,
  ExportSchema,
  type MoneyExport,
  MoneyExportSchema,
} from './documents/export.ts';
export { byRules, checkExport } from './check-export.ts';
export { checkMoney, checkTie } from './check-money.ts';
