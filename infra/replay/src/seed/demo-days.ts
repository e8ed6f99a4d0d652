import { checkinHttp } from '@daka/contracts';
import type { Member } from '../run/enrol';
import { dateOf, daysOfEarlier, firstDayOfRunning, instantOn, isRestDay } from './demo-cohort';
import { demoLearners, earlierLearners, type DemoLearner } from './demo-people';
import type { Act } from './timeline';

const NOTES = [
  '清晨六点起床,读了二十页书,把昨天没想明白的一段重新写了一遍。',
  '今天练习用三句话讲清楚一件事:它是什么、为什么重要、下一步做什么。',
  '散步半小时,回来记下三个观察:风向变了,楼下的猫换了位置,我不再赶时间。',
  '复盘本周的计划,完成了四项,推迟一项,原因是低估了准备材料的时间。',
  'Wrote the opening of the essay three times; the plain version wins again.',
];

/** Every check-in of the days that have passed and of today, as each learner is used to. */
export function checkInActs(members: readonly Member[], today: number): Act[] {
  return actsOf(members, demoLearners, { first: firstDayOfRunning(today), last: today, today });
}

/** Every check-in of the cohort that is over. */
export function earlierCheckInActs(members: readonly Member[], today: number): Act[] {
  return actsOf(members, earlierLearners, { ...daysOfEarlier(today), today });
}

function actsOf(
  members: readonly Member[],
  learners: readonly DemoLearner[],
  { first, last, today }: { first: number; last: number; today: number },
): Act[] {
  const required = Array.from({ length: last - first + 1 }, (_, offset) => first + offset).filter(
    (day) => !isRestDay(day),
  );
  return members.flatMap((member, who) => {
    const learner = learners[who];
    if (!learner) return [];
    return required.flatMap((day, index) => actOn(member, learner, { who, index, day, isToday: day === today }));
  });
}

function actOn(
  member: Member,
  learner: DemoLearner,
  { who, index, day, isToday }: { who: number; index: number; day: number; isToday: boolean },
): Act[] {
  const deed = isToday ? (learner.wroteToday ? 'writes' : 'misses') : learner.deedOn(index);
  const write = () => writeEntry(member, dateOf(day), NOTES[(index + who) % NOTES.length] ?? '');
  switch (deed) {
    case 'writes':
      return [{ atMs: instantOn(day, 6, 30 + who * 2), run: write }];
    case 'makes_up':
      return [{ atMs: instantOn(day + 1, 21, who), run: write }];
    case 'misses':
      return [];
    default:
      return unknownDeed(deed);
  }
}

async function writeEntry({ session, enrolmentId }: Member, day: string, text: string): Promise<void> {
  await session.askUntilThere(
    { method: 'POST', path: `/api/checkin/enrolments/${enrolmentId}/entries`, body: { day, text } },
    checkinHttp.DayReceipt,
  );
}

function unknownDeed(deed: never): never {
  throw new TypeError(`unknown deed: ${String(deed)}`);
}
