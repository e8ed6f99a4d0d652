import { judgeEntry, type Plan, type Policy } from '@daka/rules';
import { planOf } from './expected';
import { violation, type CalendarFacts, type FinalFacts, type HomeworkFacts, type Violation } from './facts';

const broken = (who: string, what: string) => violation('homework_counts', who, what);

/** In the end: what was handed in is kept, counts once where the rules count it, and nothing counts that nobody handed in. */
export function brokenHomework({ policy, calendars, homework, handedIn }: FinalFacts): Violation[] {
  const lost = handedIn.filter(
    ({ submissionId, version }) =>
      !homework.some(
        (piece) => piece.submissionId === submissionId && piece.versions.some((one) => one.version === version),
      ),
  );
  return [
    ...lost.map(({ enrolmentId, submissionId, version }) =>
      broken(enrolmentId, `version ${version} of ${submissionId} was acknowledged and is gone`),
    ),
    ...calendars
      .filter(({ status }) => status === 'settled')
      .flatMap((calendar) =>
        brokenOf(
          policy,
          calendar,
          homework.filter(({ enrolmentId }) => enrolmentId === calendar.enrolmentId),
        ),
      ),
  ];
}

function brokenOf(policy: Policy, calendar: CalendarFacts, pieces: readonly HomeworkFacts[]): Violation[] {
  const { enrolmentId, entries } = calendar;
  const counted = pieces.filter(({ counts }) => counts?.status === 'counted');
  // One that was rejected counts for nothing, and its piece says so.
  const byHomework = entries.filter(({ via, isRejected }) => via === 'homework' && !isRejected);
  const plan = planOf(policy, calendar);
  return [
    ...pieces
      .filter(({ counts }) => counts?.status !== 'counted' && counts?.status !== 'none')
      .map(({ submissionId, counts }) =>
        broken(enrolmentId, `settled while ${submissionId} ${counts?.status ?? 'counts for nothing known'}`),
      ),
    ...counted
      .filter(({ counts }) => !byHomework.some(({ day }) => day === counts?.day))
      .map(({ submissionId, counts }) =>
        broken(enrolmentId, `${submissionId} is said to count for ${counts?.day} and does not`),
      ),
    ...byHomework.flatMap(({ day }) => {
      const number = counted.filter(({ counts }) => counts?.day === day).length;
      return number === 1 ? [] : [broken(enrolmentId, `${day} is done by homework, and ${number} pieces count for it`)];
    }),
    ...pieces.flatMap((piece) => uncounted(policy, plan, calendar, piece)),
  ];
}

/** By the rules it does the day, and the day is not done; whether by this piece or another way does not matter. */
function uncounted(
  policy: Policy,
  plan: Plan,
  { enrolmentId, entries, quitAtMs }: CalendarFacts,
  piece: HomeworkFacts,
) {
  if (!policy.checkIn.accepts.includes('homework')) return [];
  return piece.versions.flatMap(({ characters, submittedAtMs }): Violation[] => {
    const runs = plan.days.find(
      ({ opensAtMs, closesAtMs }) => opensAtMs <= submittedAtMs && submittedAtMs < closesAtMs,
    );
    const planDay = piece.day === null ? runs : plan.days.find(({ day }) => day === piece.day);
    if (planDay === undefined || entries.some(({ day }) => day === planDay.day)) return [];
    const acceptedAtMs = Math.max(submittedAtMs, planDay.acceptsFromMs ?? submittedAtMs);
    if (quitAtMs !== null && acceptedAtMs >= quitAtMs) return [];
    const before = entries.filter((entry) => entry.acceptedAtMs <= acceptedAtMs);
    const verdict = judgeEntry(plan, before, { day: planDay.day, characters, acceptedAtMs });
    return 'refused' in verdict
      ? []
      : [
          broken(
            enrolmentId,
            `${planDay.day} is not done, although ${piece.submissionId} came in time: ${JSON.stringify(piece.counts)}`,
          ),
        ];
  });
}
