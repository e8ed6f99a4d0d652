import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { homeworkHttp, membershipHttp } from '@daka/contracts';
import type { Account, Session } from '@daka/replay';
import {
  giveHomework,
  HOMEWORK,
  member,
  openCourse,
  staffMember,
  startWorld,
  type World,
} from '../support/cohort-world';

export const PEOPLE = ['owner', 'learner', 'instructor'] as const;
export type Person = (typeof PEOPLE)[number];

/** A running system with a cohort in the middle of its days, who asks, and what exists to be asked for. */
export interface FuzzWorld {
  /** Addresses of the services, by name. */
  urls: Readonly<Record<string, string>>;
  people: Readonly<Record<Person, Session>>;
  /** Values that exist, by the name of the parameter or field that takes them. */
  known: Readonly<Record<string, readonly string[]>>;
  stop(): Promise<void>;
}

export async function startFuzzWorld(): Promise<FuzzWorld> {
  const world = await startWorld();
  try {
    return await populate(world);
  } catch (error) {
    await world.stop();
    throw error;
  }
}

async function populate(world: World): Promise<FuzzWorld> {
  const { client, system } = world;
  const course = await openCourse(client, { capacity: 1_000 });
  const learner = await member(client, course.cohort);
  const other = await member(client, course.cohort, 'other');
  const instructor = await staffMember(client, course, 'instructor');
  world.setClock('2026-03-04T04:00:00Z');
  const assignmentId = await giveHomework(world, course, learner);
  const { enrolmentId } = learner;
  const { id: submissionId } = await learner.session.ask(
    {
      method: 'POST',
      path: `/api/homework/assignments/${assignmentId}/submissions`,
      body: { enrolmentId, markdown: HOMEWORK.handedIn },
    },
    homeworkHttp.Submission,
  );
  return {
    urls: system.urls,
    people: { owner: course.owner, learner: learner.session, instructor },
    known: {
      cohortId: [course.cohort.id],
      organisationId: [course.organisationId],
      enrolmentId: [enrolmentId, other.enrolmentId],
      assignmentId: [assignmentId],
      submissionId: [submissionId],
      day: ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-08'],
      accountId: [randomUUID()],
    },
    stop: () => world.stop(),
  };
}

/** A token good for some minutes; made-up sign-ins from the same address may make this one wait. */
export async function tokenOf(url: string, { email, password }: Account): Promise<string> {
  for (;;) {
    const answer = await fetch(`${url}/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    if (answer.status !== 429) return membershipHttp.SignedInBody.parse(await answer.json()).accessToken;
    await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1_000);
  }
}
