import { type Act, useAct } from '../../features/act/use-act';
import { myEnrolmentsQuery } from '../../api/queries';
import type { TextId } from '../../texts/use-text';

/** One step of joining; afterwards the enrolment and its payment are read anew. */
export function useStep(act: (key: string) => Promise<unknown>): Act {
  return useAct(act, {
    refused: REFUSED,
    unreachable: 'join.unreachable',
    renews: [myEnrolmentsQuery.queryKey, ['checkout'], ['cohort']],
  });
}

const REFUSED: Readonly<Record<string, TextId>> = {
  email_not_proven: 'join.proveFirst',
  wrong_passphrase: 'join.wrongPassphrase',
  rules_changed: 'join.rulesChanged',
  too_many_attempts: 'join.tooMany',
  cohort_full: 'join.full',
  plan_over: 'join.planOver',
  enrolment_closed: 'cohort.over',
  cohort_not_open: 'cohort.over',
  no_seat_held: 'join.holdOver',
  already_paid: 'join.alreadyPaid',
  amount_not_payable: 'join.notPayable',
  currency_not_supported: 'join.notPayable',
  payment_provider_unavailable: 'join.processorAway',
};
