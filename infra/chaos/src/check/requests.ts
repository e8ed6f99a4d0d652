import { violation, type FinalFacts, type Violation } from './facts';

/** In the end: nothing that was asked for is lost or waits for ever, what was decided stays so, and days of approved leave cost nobody anything. */
export function brokenRequests({ calendars, leave, rulings }: FinalFacts): Violation[] {
  const broken = (who: string, what: string) => violation('requests_are_answered', who, what);
  const settled = calendars.filter(({ status }) => status === 'settled');
  return settled.flatMap((calendar) => {
    const { enrolmentId, requests, excused, entries, hasLeft } = calendar;
    // Leave of somebody who left waits for nobody.
    const waits = requests.filter(({ kind, isGranted }) => isGranted === null && !(kind === 'leave' && hasLeft));
    const isDone = (day: string) => entries.some((entry) => entry.day === day);
    return [
      ...rulings
        .filter((ruled) => ruled.enrolmentId === enrolmentId)
        .filter(
          ({ appealId, decision }) => requests.find(({ id }) => id === appealId)?.isGranted !== (decision === 'upheld'),
        )
        .map(({ appealId, decision }) => broken(enrolmentId, `the arbiter ${decision} ${appealId}, and it is not so`)),
      ...waits.map(({ kind, id }) => broken(enrolmentId, `settled while ${kind} ${id} waits`)),
      ...leave
        .filter((asked) => asked.enrolmentId === enrolmentId)
        .flatMap(({ leaveId, day, approved }) => {
          const kept = requests.find(({ id }) => id === leaveId);
          if (kept === undefined) return [broken(enrolmentId, `the request ${leaveId} for ${day} is gone`)];
          if (approved !== null && kept.isGranted !== approved)
            return [
              broken(enrolmentId, `leave for ${day} was ${approved ? 'approved' : 'declined'} and is not any more`),
            ];
          return approved === true && !isDone(day) && !excused.includes(day)
            ? [broken(enrolmentId, `${day} counts although leave was approved for it`)]
            : [];
        }),
    ];
  });
}
