import { iso } from '@daka/contracts';
import { type PlainDate, type Policy } from '@daka/rules';
import type { Cohort, CohortContent } from './cohort';
import { firstDayClosesAtMs } from './plan-dates';

const DAY_MS = 86_400_000;

/**
 * The content of a new draft after another cohort. Its word in the address leads to the earlier one, and whoever was a member knows
 * the passphrase, so neither is taken over; all dates move by as many days as the first day does.
 */
export function copyOf({ content }: Cohort, order: { title: string; startsOn: PlainDate }): CohortContent {
  const policy = content.policy === null ? null : movedTo(content.policy, order.startsOn);
  return {
    ...content,
    title: order.title,
    slug: null,
    passphrase: null,
    policy,
    enrolUntilMs: endOfEnrolment(content, policy),
  };
}

function movedTo(policy: Policy, startsOn: PlainDate): Policy {
  const days = Math.round((Date.parse(startsOn) - Date.parse(policy.startsOn)) / DAY_MS);
  const moved = (day: PlainDate): PlainDate => iso(Date.parse(day) + days * DAY_MS).slice(0, 10);
  const { endsOn, ...makeUp } = policy.makeUp;
  return {
    ...policy,
    startsOn,
    restDays: { ...policy.restDays, dates: policy.restDays.dates.map(moved) },
    makeUp: endsOn === undefined ? makeUp : { ...makeUp, endsOn: moved(endsOn) },
  };
}

/** As far from the close of the first day as it was, so that it stays at its hour when clocks are changed; null where it was that close. */
function endOfEnrolment({ policy, enrolUntilMs }: CohortContent, moved: Policy | null): number | null {
  if (policy === null || moved === null || enrolUntilMs === null) return null;
  const distanceMs = enrolUntilMs - firstDayClosesAtMs(policy);
  return distanceMs === 0 ? null : firstDayClosesAtMs(moved) + distanceMs;
}
