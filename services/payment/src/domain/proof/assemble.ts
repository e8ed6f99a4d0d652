import { accountName, addHead, type BookHead, createSumTree, dayHash, leafNode, NOTHING_BEFORE, type OnNode, toHex } from '@daka/proof';
import { creditOf } from '../ledger/accounts';
import type { Standing } from './at-cut';
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
  dayHash: string;
  heldMinor: number;
  cutAtMs: number;
}

export interface ProofLeaf extends BookHead { index: number; balanceMinor: number; salt: string; hash: string }

/** The proof of one day, organisation and currency, book by book; holds one node a level. */
export function assembleProof({ day, onNode }: { day: string; onNode: OnNode }) {
  const tree = createSumTree(onNode);
  let count = 0;
  let heldMinor = 0;
  let ledgerHead = NOTHING_BEFORE;

  const addJournal = (head: BookHead, { balances }: Standing) => {
    ledgerHead = addHead(ledgerHead, head);
    heldMinor -= creditOf(balances, 'stripe_cash');
  };

  return {
    /** @throws RangeError when the book owes less than nothing: then there is no honest proof. */
    addBook(book: string, standing: Standing, salt: string): ProofLeaf {
      const head: BookHead = { book, seq: standing.head.seq, head: standing.head.hash };
      const balanceMinor = owedToLearner(standing.balances);
      const leaf = leafNode({ day, salt, account: accountName(head), balanceMinor });
      tree.add(leaf);
      addJournal(head, standing);
      const index = count;
      count += 1;
      return { ...head, index, balanceMinor, salt, hash: toHex(leaf.hash) };
    },
    /** A journal of nobody's: it is in the ledger's head, and owes nothing to learners. */
    addJournal(book: string, standing: Standing): void {
      addJournal({ book, seq: standing.head.seq, head: standing.head.hash }, standing);
    },
    finish(of: { organisationId: string; currency: string; previousDay: string | null; previousDayHash: string | null; cutAtMs: number }): ProofDay {
      const { root } = tree.finish();
      const { organisationId, currency, previousDay, cutAtMs } = of;
      const facts = {
        day, organisationId, currency, count, sumMinor: root.sumMinor, root: toHex(root.hash),
        previousDayHash: of.previousDayHash ?? NOTHING_BEFORE, ledgerHead,
      };
      return { ...facts, previousDay, dayHash: dayHash(facts), heldMinor, cutAtMs };
    },
  };
}

/** Ten-thousandths of what is owed that are held, rounded down; null: nothing is owed. */
export function coverageBps({ heldMinor, sumMinor }: Pick<ProofDay, 'heldMinor' | 'sumMinor'>): number | null {
  return sumMinor === 0 ? null : Number((BigInt(heldMinor) * 10_000n - (heldMinor < 0 ? BigInt(sumMinor) - 1n : 0n)) / BigInt(sumMinor));
}
