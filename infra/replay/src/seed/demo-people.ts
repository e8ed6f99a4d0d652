import type { Account } from '../http/session';
import { DEMO_ZONE } from './demo-cohort';

const PASSWORD = 'daka-demo-2026';

/** What a learner does about one day that asks for a check-in, counted from 0. */
export type Deed = 'writes' | 'makes_up' | 'misses';

export interface DemoLearner {
  account: Account;
  /** Shown beside the sign-in. */
  what: string;
  deedOn(index: number): Deed;
  /** Whether the day that runs now is done already. */
  wroteToday: boolean;
}

function account(mailbox: string, displayName: string): Account {
  return { email: `${mailbox}@daka.example`, password: PASSWORD, displayName, timeZone: DEMO_ZONE, locale: 'zh-CN' };
}

export const demoOwner = account('owner', '许老板');
export const demoClassHead = account('classhead', '班主任小周');
export const demoInstructor = account('instructor', '沈老师');

const always = (): Deed => 'writes';
const missing =
  (...days: number[]) =>
  (index: number): Deed =>
    days.includes(index) ? 'misses' : 'writes';
const makingUp =
  (...days: number[]) =>
  (index: number): Deed =>
    days.includes(index) ? 'makes_up' : 'writes';
const until =
  (last: number) =>
  (index: number): Deed =>
    index <= last ? 'writes' : 'misses';

/** In the order of their member numbers. */
export const demoLearners: readonly DemoLearner[] = [
  { account: account('learner', '林一诺'), what: 'has written every day', deedOn: always, wroteToday: false },
  {
    account: account('removed', '秦朗'),
    what: 'stopped after three days and was removed',
    deedOn: until(2),
    wroteToday: false,
  },
  { account: account('chen', '陈晓'), what: 'made two days up', deedOn: makingUp(2, 6), wroteToday: true },
  { account: account('wang', '王小满'), what: 'missed one day', deedOn: missing(6), wroteToday: true },
  { account: account('zhao', '赵青'), what: 'has written every day', deedOn: always, wroteToday: true },
  {
    account: account('sun', '孙悦'),
    what: 'missed one day, made one up',
    deedOn: (index) => (index === 1 ? 'misses' : makingUp(6)(index)),
    wroteToday: true,
  },
  { account: account('zhou', '周屿'), what: 'has written every day', deedOn: always, wroteToday: true },
  { account: account('wu', '吴桐'), what: 'used every make-up', deedOn: makingUp(1, 3, 5), wroteToday: false },
  { account: account('zheng', '郑好'), what: 'missed one day', deedOn: missing(3), wroteToday: true },
  { account: account('feng', '冯遥'), what: 'has asked for leave', deedOn: always, wroteToday: false },
  { account: account('chu', '褚言'), what: 'had a day rejected', deedOn: always, wroteToday: true },
  { account: account('wei', '卫宁'), what: 'missed one day lately', deedOn: missing(7), wroteToday: false },
];

/** Who took part in the cohort that is over. */
export const earlierLearners: readonly DemoLearner[] = [
  { account: account('he', '何苗'), what: 'completed an earlier cohort', deedOn: always, wroteToday: false },
  { account: account('lv', '吕程'), what: 'completed an earlier cohort', deedOn: always, wroteToday: false },
  { account: account('cao', '曹望'), what: 'completed an earlier cohort', deedOn: always, wroteToday: false },
  { account: account('shi', '施语'), what: 'completed an earlier cohort', deedOn: missing(3), wroteToday: false },
  {
    account: account('kong', '孔真'),
    what: 'stopped after two days of an earlier cohort',
    deedOn: until(1),
    wroteToday: false,
  },
];
