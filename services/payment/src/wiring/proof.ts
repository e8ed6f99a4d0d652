import type { Hashing } from '@daka/proof';
import type { Config } from '../config';
import { createPublishProofs } from '../features/publish-proof/handler';
import { coverageGauges } from '../features/publish-proof/metrics';
import { createReadReceipt } from '../features/read-receipt/handler';
import type { AllAccountBooks, Coverages, Ports } from '../ports';

type Needs = Pick<Ports, 'books' | 'snapshots' | 'proofs' | 'decisions' | 'processor' | 'clocks' | 'logger'> & {
  accountBooks: AllAccountBooks;
  coverages: Coverages;
  newSalt(): string;
  hashing: Hashing;
};

/** What was decided is in the log so soon. */
const DECISIONS_EVERY_MS = 1_000;

/** What learners and everybody else check the money by. */
export function createProof(ports: Needs, { PROOF_EVERY_MS }: Pick<Config, 'PROOF_EVERY_MS'>) {
  return {
    readReceipt: createReadReceipt(ports),
    gauges: coverageGauges(ports.coverages),
    periodics: [
      { name: 'proofs', everyMs: PROOF_EVERY_MS, run: createPublishProofs(ports) },
      { name: 'decisions', everyMs: DECISIONS_EVERY_MS, run: () => ports.decisions.chain() },
    ],
  };
}
