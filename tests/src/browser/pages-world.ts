import { checkinHttp } from '@daka/contracts';
import { apply, type Account, type Session } from '@daka/replay';
import { CHARGED_CURRENCIES, type Policy } from '@daka/rules';
import { eventually } from '@daka/service-kit/testing';
import type { Browser } from 'playwright-core';
import {
  account,
  giveHomework,
  HOMEWORK,
  leaveHomeworkWaiting,
  member,
  openCourse,
  policy,
  staffMember,
  startWorld,
  WAITING_HOMEWORK,
  type Course,
  type Member,
  type World,
} from '../support/cohort-world';
import { uploadPicture } from '../support/upload-picture';
import { launchBrowser, takePhone, type Phone, type PhoneOptions } from './phone';

/** Nobody is signed in; a member with days, money and homework; somebody who has applied and not paid; the platform's arbiter; who runs the cohort, and who helps. */
export type Who = 'nobody' | 'learner' | 'newcomer' | 'arbiter' | 'owner' | 'classHead';
/** Who have pages of their own, as many side by side as a small machine carries; those with few pages take turns. */
export const PEOPLE = [
  ['nobody'],
  ['learner'],
  ['newcomer'],
  ['arbiter', 'owner', 'classHead'],
] as const satisfies readonly (readonly Who[])[];

/** A page by the name of its picture; who looks at it, and where it is. */
export interface PageOfOurs {
  name: string;
  who: Who;
  path: string;
}

export interface PagesWorld {
  world: World;
  browser: Browser;
  course: Course;
  learner: Member;
  /** Every page of the learner's app. */
  pages: readonly PageOfOurs[];
  /** What people wrote, and what they and their places are called: nothing that is translated. */
  names: readonly string[];
  phoneOf(who: Who, options?: Omit<PhoneOptions, 'origin' | 'signIn'>): Promise<Phone>;
  stop(): Promise<void>;
}

const text = 'A page of notes about the walk of this morning.';
const TITLE = 'Ten days of writing';
const ORGANISATION = 'Course of the harbour';
const RULES = [
  { title: 'Write every day', text: 'Five characters are enough. The word to answer with is: plum blossom.' },
  { title: 'Be kind', text: 'Comment as you would like to be commented.' },
];
const REJECTED = '这天的文字和前一天一样。';
const APPEALED = '前一天写的是早上，这天写的是晚上，只有开头一样。';
const DISMISSED = '两天的开头一字不差。';
const ESCALATED = '只有第一句一样，后面都是当天写的。';
/** As the list of sign-ins names it. */
const BROWSER = 'Chrome · Linux';
const LEAVE = ['搬家，晚上才有网。', '出差两天。', '路上小心。'] as const;

/** A system with something to show on every page, and a browser to look at it. */
export async function startPagesWorld(): Promise<PagesWorld> {
  const arbiter = account('arbiter');
  const [world, browser] = await Promise.all([
    startWorld({ arbiter, serviceEnv: { payment: { PROOF_EVERY_MS: '500' } } }),
    launchBrowser(),
  ]);
  // Homework counts for no day here, so that today stays open.
  const checkIn: Policy['checkIn'] = {
    ...policy.checkIn,
    accepts: ['entry', 'picture', 'voice'],
    minPictures: 1,
    minVoiceSeconds: 20,
  };
  const removal: Policy['removal'] = { misses: 6, per: 'cohort' };
  const [owner, helper] = [account('owner'), account('helper')];
  const course = await openCourse(world.client, {
    owner,
    policy: { ...policy, checkIn, removal, coolingOffDays: 3 },
    enrolUntil: '2026-03-10T00:00:00Z',
    title: TITLE,
    organisation: ORGANISATION,
    rules: RULES,
  });
  const classHead = await staffMember(world.client, course, 'class_head', helper);
  const learner = await member(world.client, course.cohort);
  const newcomer = account('newcomer');
  const { enrolmentId } = await apply(world.client, course.cohort, newcomer);
  const accepted: string[] = [];
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-05']) {
    world.setClock(`${day}T04:00:00Z`);
    const path = `/api/checkin/enrolments/${learner.enrolmentId}/entries`;
    // The same each day, which those who review are told.
    const pictures = [await uploadPicture(world.system.origin, learner, 1)];
    const { acceptedAt } = await learner.session.ask(
      { method: 'POST', path, body: { day, text, pictures } },
      checkinHttp.DayReceipt,
    );
    accepted.push(acceptedAt);
  }
  await askAndObject(learner, classHead, course.owner);
  await changeOffer(course);
  world.setClock('2026-03-06T04:00:00Z');
  const assignmentId = await giveHomework(world, course, learner);
  const waitingId = await leaveHomeworkWaiting(course, learner);
  const itemId = `${learner.enrolmentId}.${Date.parse(accepted[2] ?? '')}`;
  await untilProven(learner);
  await course.owner.send({
    method: 'POST',
    path: `/api/membership/cohorts/${course.cohort.id}/invitations`,
    body: { email: learner.account.email, role: 'committee' },
  });
  const accounts = { nobody: undefined, learner: learner.account, newcomer, arbiter, owner, classHead: helper };
  return {
    world,
    browser,
    course,
    learner,
    pages: pagesOf({ course, learner, newcomerEnrolmentId: enrolmentId, assignmentId, waitingId, itemId }),
    names: namesOf(learner, { account: newcomer }, { account: arbiter }, { account: owner }, { account: helper }),
    phoneOf(who, options = {}) {
      const { origin } = world.system;
      const signIn = accounts[who];
      if (signIn === undefined) return takePhone(browser, { ...options, origin });
      const { email, password } = signIn;
      return takePhone(browser, { ...options, origin, signIn: { email, password } });
    },
    async stop() {
      await browser.close();
      await world.stop();
    },
  };
}

/** What may be changed after the publishing, and stands in the decision log. */
async function changeOffer({ owner, cohort }: Course): Promise<void> {
  const body = { capacity: 30, enrolUntil: '2026-03-11T00:00:00Z' };
  const { status } = await owner.send({ method: 'PATCH', path: `/api/membership/cohorts/${cohort.id}`, body });
  if (status !== 200) throw new Error(`the change was answered ${status}`);
}

/** Two check-ins are rejected, one of them is appealed, dismissed and taken to the arbiter; leave is asked for twice, and approved once. */
async function askAndObject(learner: Member, classHead: Session, owner: Session): Promise<void> {
  const enrolment = `/api/checkin/enrolments/${learner.enrolmentId}`;
  const post = async (who: Session, path: string, body: unknown): Promise<unknown> => {
    const { status, body: answer } = await who.send({ method: 'POST', path: `${enrolment}${path}`, body });
    if (status >= 300) throw new Error(`${path} was answered ${status}`);
    return answer;
  };
  const reason = REJECTED;
  for (const day of ['2026-03-03', '2026-03-05']) await post(classHead, `/entries/${day}/rejection`, { reason });
  const subject = { kind: 'rejected_entry', day: '2026-03-03' };
  const { appealId } = checkinHttp.Appeal.parse(await post(learner.session, '/appeals', { subject, reason: APPEALED }));
  await post(owner, `/appeals/${appealId}/answer`, { decision: 'dismissed', reason: DISMISSED });
  await post(learner.session, `/appeals/${appealId}/escalation`, { reason: ESCALATED });
  await post(learner.session, '/leave', { days: ['2026-03-11'], reason: LEAVE[0] });
  const asked = await post(learner.session, '/leave', { days: ['2026-03-09', '2026-03-10'], reason: LEAVE[1] });
  const { leaveId } = checkinHttp.Leave.parse(asked);
  await post(classHead, `/leave/${leaveId}/decision`, { approve: true, reason: LEAVE[2] });
}

function namesOf(...people: { account: Account }[]): string[] {
  return [
    ...people.flatMap(({ account: { email, displayName, timeZone } }) => [email, timeZone, displayName]),
    ...RULES.flatMap((rule) => [rule.title, rule.text]),
    text,
    // As lists begin it.
    `${text.slice(0, 39)}…`,
    TITLE,
    ORGANISATION,
    'plum blossom',
    'instructor',
    REJECTED,
    APPEALED,
    DISMISSED,
    ESCALATED,
    ...LEAVE,
    ...Object.values(HOMEWORK),
    ...Object.values(WAITING_HOMEWORK),
    ...CHARGED_CURRENCIES,
    BROWSER,
  ];
}

async function untilProven({ session, enrolmentId }: Member): Promise<void> {
  const path = `/api/payment/enrolments/${enrolmentId}/receipts/latest`;
  await eventually(async () => (await session.send({ method: 'GET', path })).status === 200, { timeoutMs: 60_000 });
}

interface Places {
  course: Course;
  learner: Member;
  newcomerEnrolmentId: string;
  assignmentId: string;
  /** Homework that nobody has answered. */
  waitingId: string;
  /** A check-in of 5 March, as the address names it. */
  itemId: string;
}

function pagesOf({ course, learner, newcomerEnrolmentId, assignmentId, waitingId, itemId }: Places): PageOfOurs[] {
  return [
    { name: 'cohorts', who: 'nobody', path: '/' },
    { name: 'cohort', who: 'nobody', path: `/cohorts/${course.cohort.id}` },
    { name: 'proof', who: 'nobody', path: `/proof/${course.organisationId}` },
    { name: 'record', who: 'nobody', path: `/organisations/${course.organisationId}` },
    { name: 'sign-in', who: 'nobody', path: '/sign-in?next=/today' },
    { name: 'sign-up', who: 'nobody', path: '/sign-up' },
    { name: 'confirm-sign-up', who: 'nobody', path: '/confirm-sign-up' },
    { name: 'confirm-email', who: 'nobody', path: '/confirm-email' },
    { name: 'confirm', who: 'nobody', path: '/confirm' },
    { name: 'invited', who: 'nobody', path: '/invited' },
    { name: 'forgot-password', who: 'nobody', path: '/forgot-password' },
    { name: 'reset-password', who: 'nobody', path: '/reset-password' },
    { name: 'not-found', who: 'nobody', path: '/no/such/page' },
    { name: 'join', who: 'newcomer', path: `/cohorts/${course.cohort.id}/join` },
    { name: 'no-days', who: 'newcomer', path: '/today' },
    { name: 'confirming', who: 'newcomer', path: `/enrolments/${newcomerEnrolmentId}` },
    { name: 'admitted', who: 'learner', path: `/enrolments/${learner.enrolmentId}` },
    { name: 'today', who: 'learner', path: '/today' },
    { name: 'make-up', who: 'learner', path: '/make-up/2026-03-04' },
    { name: 'days', who: 'learner', path: '/days' },
    { name: 'money', who: 'learner', path: '/money' },
    { name: 'homework', who: 'learner', path: '/homework' },
    { name: 'assignment', who: 'learner', path: `/homework/${assignmentId}` },
    { name: 'leave', who: 'learner', path: '/leave' },
    { name: 'appeals', who: 'learner', path: '/appeals' },
    { name: 'appeal', who: 'learner', path: '/appeals/2026-03-05' },
    { name: 'decisions', who: 'learner', path: '/decisions' },
    { name: 'arbiter', who: 'arbiter', path: '/arbiter' },
    { name: 'cohort-decisions', who: 'arbiter', path: `/cohorts/${course.cohort.id}/decisions` },
    { name: 'members', who: 'owner', path: `/cohorts/${course.cohort.id}/members` },
    { name: 'member', who: 'owner', path: `/cohorts/${course.cohort.id}/members/${learner.enrolmentId}` },
    { name: 'class', who: 'owner', path: `/cohorts/${course.cohort.id}/class` },
    { name: 'requests', who: 'owner', path: `/cohorts/${course.cohort.id}/requests` },
    { name: 'requests-class-head', who: 'classHead', path: `/cohorts/${course.cohort.id}/requests` },
    { name: 'cohort-money', who: 'owner', path: `/cohorts/${course.cohort.id}/money` },
    { name: 'cohort-money-class-head', who: 'classHead', path: `/cohorts/${course.cohort.id}/money` },
    { name: 'not-staff', who: 'learner', path: `/cohorts/${course.cohort.id}/members` },
    { name: 'staff', who: 'owner', path: `/cohorts/${course.cohort.id}/staff` },
    { name: 'staff-leave', who: 'classHead', path: `/cohorts/${course.cohort.id}/staff` },
    { name: 'assignments', who: 'classHead', path: `/cohorts/${course.cohort.id}/assignments` },
    { name: 'queue', who: 'classHead', path: `/cohorts/${course.cohort.id}/queue` },
    { name: 'queue-piece', who: 'classHead', path: `/cohorts/${course.cohort.id}/queue?item=${waitingId}` },
    { name: 'entries', who: 'classHead', path: `/cohorts/${course.cohort.id}/entries?day=2026-03-02` },
    {
      name: 'entries-piece',
      who: 'classHead',
      path: `/cohorts/${course.cohort.id}/entries?day=2026-03-05&item=${itemId}`,
    },
    { name: 'acts', who: 'arbiter', path: '/log' },
    { name: 'organisation-acts', who: 'owner', path: `/organisations/${course.organisationId}/log` },
    { name: 'my-acts', who: 'learner', path: '/account/log' },
    { name: 'more-arbiter', who: 'arbiter', path: '/more' },
    { name: 'organisations', who: 'owner', path: '/organisations' },
    { name: 'organisation-money', who: 'owner', path: `/organisations/${course.organisationId}/money` },
    { name: 'import', who: 'owner', path: `/cohorts/${course.cohort.id}/import` },
    { name: 'settings', who: 'owner', path: `/cohorts/${course.cohort.id}/settings` },
    { name: 'builder', who: 'owner', path: `/organisations/${course.organisationId}/new` },
    { name: 'certificate', who: 'learner', path: '/certificate' },
    { name: 'quit', who: 'learner', path: '/quit' },
    { name: 'account', who: 'learner', path: '/account' },
    { name: 'second-factor', who: 'learner', path: '/account/second-factor' },
    { name: 'my-data', who: 'learner', path: '/account/data' },
    { name: 'invitations', who: 'learner', path: '/invitations' },
    { name: 'more', who: 'learner', path: '/more' },
  ];
}
