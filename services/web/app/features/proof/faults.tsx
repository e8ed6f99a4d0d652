import type { Fault, FaultKind } from '@daka/proof';
import { type TextId, useText } from '../../texts/use-text';
import { Chip } from '../../ui/words';

/** Only the first four can be wrong with a receipt alone; the others come from comparing documents. */
const WORDS: Readonly<Record<FaultKind, TextId>> = {
  changed_balance: 'fault.changedBalance',
  dropped_leaf: 'fault.droppedLeaf',
  changed_path: 'fault.changedPath',
  rewritten_day: 'fault.rewrittenDay',
  wrong_held: 'fault.wrongHeld',
  missing_days: 'fault.missingDays',
  not_published: 'fault.notPublished',
  changed_decision: 'fault.changedDecision',
  missing_decisions: 'fault.missingDecisions',
  changed_entry: 'fault.other',
  other_journal: 'fault.other',
  other_entitlement: 'fault.other',
  wrong_day: 'fault.other',
  wrong_line: 'fault.other',
  wrong_total: 'fault.other',
};

interface FaultsProps {
  faults: readonly Fault[];
  /** What is said when nothing is wrong. */
  fine: string;
  faulty: string;
}

/** What a check came to: that all adds up, or what does not, by name. */
export function Faults({ faults, fine, faulty }: FaultsProps) {
  const text = useText();
  if (faults.length === 0)
    return (
      <p>
        <Chip tone="good">✓ {fine}</Chip>
      </p>
    );
  return (
    <>
      <p>
        <Chip tone="bad">✗ {faulty}</Chip>
      </p>
      {[...new Set(faults.map(({ fault }) => fault))].map((fault) => (
        <p key={fault}>{text(WORDS[fault])}</p>
      ))}
    </>
  );
}
