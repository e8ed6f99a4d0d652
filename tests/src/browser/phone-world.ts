import type { Policy } from '@daka/rules';
import type { Browser } from 'playwright-core';
import {
  member,
  openCourse,
  policy,
  startWorld,
  type Course,
  type CoursePlan,
  type Member,
  type World,
} from '../support/cohort-world';
import { launchBrowser, takePhone, type Phone, type PhoneOptions } from './phone';

/** A whole system, a browser, and the members of one cohort, by name. */
export interface PhoneWorld {
  world: World;
  browser: Browser;
  course: Course;
  phone(options?: Omit<PhoneOptions, 'origin'>): Promise<Phone>;
  /** The members of those names, in that order. */
  members(names: readonly string[]): Member[];
  /** A member's phone, signed in. */
  memberOnPhone(name: string, options?: Omit<PhoneOptions, 'origin'>): Promise<Phone & { learner: Member }>;
  /** Puts the phones away. Answers what pages did that the policy forbids, and what scripts threw. */
  putAway(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Nobody is out for the days before it is their turn, so the tests of one file may share a cohort. */
export const patientPolicy: Policy = { ...policy, removal: { per: 'never' } };

/** One for a test file: starting a system takes longer than most tests. */
export async function startPhoneWorld(
  names: readonly string[],
  plan: CoursePlan = { policy: patientPolicy },
  { flags = [] }: { flags?: readonly string[] } = {},
): Promise<PhoneWorld> {
  // The browser first: what it fails of, fails before there is a system to stop.
  const browser = await launchBrowser(flags);
  const world = await startWorld({ serviceEnv: { payment: { PROOF_EVERY_MS: '500' } } }).catch(async (error) => {
    await browser.close();
    throw error;
  });
  const stop = async (): Promise<void> => {
    await browser.close();
    await world.stop();
  };
  const { course, members } = await takeIn(world, names, plan).catch(async (error) => {
    await stop();
    throw error;
  });
  const phones: Phone[] = [];
  const phone: PhoneWorld['phone'] = async (options = {}) => {
    const taken = await takePhone(browser, { origin: world.system.origin, ...options });
    phones.push(taken);
    return taken;
  };
  const memberOf = (name: string): Member => {
    const learner = members.get(name);
    if (learner === undefined) throw new Error(`${name} is no member`);
    return learner;
  };
  return {
    world,
    browser,
    course,
    phone,
    members: (wanted) => wanted.map(memberOf),
    async memberOnPhone(name, options = {}) {
      const learner = memberOf(name);
      const { email, password } = learner.account;
      return Object.assign(await phone({ ...options, signIn: { email, password } }), { learner });
    },
    async putAway() {
      const faults = phones.flatMap(({ violations, failures }) => [...violations, ...failures]);
      await Promise.all(phones.splice(0).map((taken) => taken.close()));
      return faults;
    },
    stop,
  };
}

/** @param names as the part of an address before the sign takes them. */
async function takeIn(world: World, names: readonly string[], plan: CoursePlan) {
  const course = await openCourse(world.client, plan);
  const members = new Map<string, Member>();
  for (const name of names) members.set(name, await member(world.client, course.cohort, name));
  return { course, members };
}

/** The texts that check-in counts for that day: one or none. */
export async function textsOf({ session, enrolmentId }: Member, day: string): Promise<string[]> {
  const { body } = await session.send({ method: 'GET', path: `/api/checkin/enrolments/${enrolmentId}/calendar` });
  const { days } = body as { days: { day: string; entry?: { text?: string } }[] };
  return days.flatMap((one) => (one.day === day && one.entry !== undefined ? [one.entry.text ?? ''] : []));
}
