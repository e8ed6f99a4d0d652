import {
  type BookHead,
  coverageOf,
  createParts,
  createSumTree,
  type Custody,
  type DecisionHead,
  fromHex,
  type Hashing,
  heldOf,
  leavesOfPart,
  NOTHING_BEFORE,
  type OnNode,
  type Part,
  toHex,
} from '@daka/proof';
import { creditOf } from '../ledger/accounts';
import type { Snapshot } from './at-cut';
import { owedToLearner } from './owed';

/** A day as it is kept: what is hashed, and what is shown beside it. */
export interface ProofDay {
  day: string;
  organisationId: string;
  currency: string;
  count: number;
  sumMinor: number;
  root: string;
  previousDay: string | null;
  previousDayHash: string;
  ledgerHead: string;
  /** Absent on days from before the processor's balance was read. */
  custody?: Custody;
  /** Absent where no decision log had grown. */
  decisions?: DecisionHead[];
  dayHash: string;
  heldMinor: number;
  cutAtMs: number;
}

/** The proof of one day, organisation and currency, book by book in order of id; holds the books of one part and one node a level. */
export function assembleProof({ day, onNode, onPart, newSalt, hashing }: Assembly) {
  const tree = createSumTree(onNode, hashing);
  let cashMinor = 0;
  let ledgerHead = fromHex(NOTHING_BEFORE);
  const parts = createParts((part) => {
    for (const leaf of leavesOfPart(part.books, day, hashing)) tree.add(leaf);
    onPart(part);
  });

  const addJournal = (head: BookHead, { balances }: Snapshot) => {
    ledgerHead = hashing.headAfter(ledgerHead, head);
    cashMinor -= creditOf(balances, 'stripe_cash');
  };

  return {
    /** @throws RangeError, now or later, when a book owes less than nothing: then there is no honest proof. */
    addBook(book: string, snapshot: Snapshot): void {
      const { seq, hash: head } = snapshot.head;
      parts.add({ book, seq, head, balanceMinor: owedToLearner(snapshot.balances), salt: newSalt() });
      addJournal({ book, seq, head }, snapshot);
    },
    /** A journal of nobody's: it is in the ledger's head, and owes nothing to learners. */
    addJournal(book: string, snapshot: Snapshot): void {
      addJournal({ book, seq: snapshot.head.seq, head: snapshot.head.hash }, snapshot);
    },
    finish(of: {
      organisationId: string;
      currency: string;
      previousDay: string | null;
      previousDayHash: string | null;
      cutAtMs: number;
      /** What the processor has, beside the books. */
      seen: Omit<Custody, 'cashMinor'>;
      /** The decision logs that have grown. */
      decisions: readonly DecisionHead[];
    }): ProofDay {
      parts.finish();
      const { root, count } = tree.finish();
      const { organisationId, currency, previousDay, cutAtMs } = of;
      const decisions = of.decisions.map(({ cohortId, length, head }) => ({ cohortId, length, head }));
      const facts = {
        day,
        organisationId,
        currency,
        count,
        sumMinor: root.sumMinor,
        root: toHex(root.hash),
        previousDayHash: of.previousDayHash ?? NOTHING_BEFORE,
        ledgerHead: toHex(ledgerHead),
        custody: { cashMinor, ...of.seen },
        ...(decisions.length > 0 && { decisions }),
      };
      return { ...facts, previousDay, dayHash: hashing.dayHash(facts), heldMinor: heldOf(facts.custody), cutAtMs };
    },
  };
}

interface Assembly {
  day: string;
  onNode: OnNode;
  onPart(part: Part): void;
  /** 32 bytes in hexadecimal that nobody can guess. */
  newSalt(): string;
  hashing: Hashing;
}

/** Ten-thousandths of what is owed that are held, rounded down; null: nothing is owed. */
export function coverageBps({ heldMinor, sumMinor }: Pick<ProofDay, 'heldMinor' | 'sumMinor'>): number | null {
  return coverageOf(heldMinor, sumMinor);
}
