import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from '@daka/service-kit/testing';
import { at, date } from '../../testing/calendar';
import { type World, startWorld } from '../../testing/world';

jest.setTimeout(120_000);

let world: World;
const goTo = (day: number, hours = 12) => world.environment.clock.set(new Date(at(day, hours)).toISOString());

beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

it('the settlement waits for homework that is away for as long as it is, says so, and counts what it tells then', async () => {
  goTo(1);
  const cohortId = await world.publishCohort({ days: 2, makeUp: { windowDays: 0, quota: 0 } }, 3);
  const [member, other] = [await world.enrol(cohortId, 1, '+08:00', 'silent'), await world.enrol(cohortId, 2)];
  const path = `/cohorts/${cohortId}/settlement`;
  const view = async () => (await world.call('GET', path, member.learnerId)).body;
  await world.checkIn(member, date(1));
  expect(await view()).toMatchObject({ status: 'open', awaitedHomework: 0 });

  goTo(200);
  await world.quiet();
  expect(await view()).toMatchObject({ status: 'open', awaitedHomework: 1, openAppeals: 0, heldUntil: null });
  expect(await world.call('POST', path, world.owner)).toMatchObject({
    status: 409,
    body: { code: 'homework_awaited', awaitedHomework: 1 },
  });
  const metrics = await (await fetch(`${world.operationsUrl()}/metrics`)).text();
  expect(metrics).toContain('daka_settlements_awaiting_homework 1');
  const rules = readFileSync(join(__dirname, '../../../../../infra/alerts/daka.yml'), 'utf8');
  expect(rules.match(/\bdaka_settlements_\w+/g)).toEqual(['daka_settlements_awaiting_homework']);

  // Not up to the end: something may still be on its way.
  await world.tellHomework(member, new Date(at(2)).toISOString());
  await world.environment.publish('homework.enrolment', member.enrolmentId, 'homework.submitted.v1', {
    enrolmentId: member.enrolmentId,
    cohortId,
    assignmentId: '5c4b3a29-1807-4f6e-9d5c-4b3a29180705',
    submissionId: '6e5d4c3b-2a19-4807-8f6e-5d4c3b2a1906',
    version: 1,
    day: date(2),
    characters: 30,
    submittedAt: new Date(at(2, 23)).toISOString(),
  });
  await eventually(async () => (await world.calendar(member)).done === 2);
  await world.quiet();
  expect(await view()).toMatchObject({ status: 'open', awaitedHomework: 1 });

  await world.tellHomework(member);
  await eventually(async () => (await view()).status === 'settled', { timeoutMs: 60_000 });
  expect(await view()).toMatchObject({ awaitedHomework: 0, poolMinor: 10_000, members: 2 });
  expect(await world.calendar(member)).toMatchObject({ status: 'settled', entitledMinor: 10_000 });
  expect(await world.calendar(other)).toMatchObject({ status: 'settled', entitledMinor: 0 });
});
