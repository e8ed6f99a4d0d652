import type { Mutant } from './mutant';

const payment = (file: string) => `services/payment/src/${file}`;
const verifyTests = [payment('adapters/mongo/verify-ledger.test.ts')];
const judgeTests = [payment('domain/reconcile/judge.test.ts')];
const reconcileTests = [payment('features/reconcile/reconcile.test.ts')];

/** Bugs in what watches the ledger: the verification and the comparison with the processor. */
export const ledgerMutants: readonly Mutant[] = [
  {
    name: 'verify-without-second-look',
    bug: 'a change during a verification is taken for a fault',
    file: payment('adapters/mongo/verify-ledger.ts'),
    find: 'const fault = faultOf(again.journal, again.kept);',
    replace: 'const fault = faultOf(journal, kept);',
    tests: verifyTests,
  },
  {
    name: 'verify-forgets-lost-journals',
    bug: 'a book whose entries are all gone is taken for one that never had any',
    file: payment('adapters/mongo/verify-ledger.ts'),
    find: 'if (journal === null && kept.ledger.seq !== 0) return',
    replace: 'if (journal === null) return null; if (kept.ledger.seq < 0) return',
    tests: verifyTests,
  },
  {
    name: 'rebuild-over-wrong-journal',
    bug: 'balances are rebuilt from entries that are wrong themselves',
    file: payment('adapters/mongo/verify-ledger.ts'),
    find: 'if (fault || !kept || head.seq !== kept.ledger.seq || head.hash !== kept.ledger.hash) return false;',
    replace: 'if (!kept) return false;',
    tests: verifyTests,
  },
  {
    name: 'fees-not-compared',
    bug: 'a fee that is not booked goes unnoticed',
    file: payment('domain/reconcile/sides.ts'),
    find: '=> grossMinor - feeMinor;',
    replace: '=> grossMinor + feeMinor * 0;',
    tests: judgeTests,
  },
  {
    name: 'in-flight-for-ever',
    bug: 'what is on its way never becomes a difference',
    file: payment('domain/reconcile/judge.ts'),
    find: "? 'in_flight' : 'difference';",
    replace: "? 'in_flight' : 'in_flight';",
    tests: judgeTests,
  },
  {
    name: 'hand-made-taken-for-ours',
    bug: 'a refund made by hand passes for one of ours that borrows its words',
    file: payment('domain/reconcile/judge.ts'),
    find: '(found.processorRefundId === null || found.processorRefundId === source)',
    replace: 'found.processorRefundId !== undefined',
    tests: judgeTests,
  },
  {
    name: 'differences-of-others',
    bug: 'an owner sees what the comparison found in other organisations',
    file: payment('adapters/mongo/reconciliations.ts'),
    find: '...(organisationId === undefined ? {} : { organisationId }), ',
    replace: '',
    tests: reconcileTests,
  },
  {
    name: 'copy-never-renewed',
    bug: 'what is no longer at the processor stays in its copy for ever',
    file: payment('features/reconcile/handler.ts'),
    find: 'if (isFull) await movements.forgetAllBut(run);',
    replace: '',
    tests: reconcileTests,
  },
];
