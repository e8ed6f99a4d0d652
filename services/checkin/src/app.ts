import { randomUUID } from 'node:crypto';
import type { Received, Topic } from '@daka/contracts';
import { type CommonConfig, type Handled, type TokenVerifier, startBase, startService } from '@daka/service-kit';
import { createCalendars } from './adapters/mongo/calendars';
import { createCohorts } from './adapters/mongo/cohorts';
import { createApplyExcusedDays } from './features/excuse-day/apply';
import { createFollowCohort } from './features/follow-cohort/consumer';
import { createFollowEnrolment } from './features/follow-enrolment/consumer';
import { createFollowHomework } from './features/follow-homework/consumer';
import type { Ports } from './features/ports';
import { createRolesOf } from './features/roles-of';
import { createRollOver } from './features/roll-over/handler';
import { countSettlements, createSettleCohorts } from './features/settle-cohort/handler';
import { routes } from './routes';

const ROLL_OVER_EVERY_MS = 150;
const COHORT_WORK_EVERY_MS = 300;
const COUNTED = 100;

/** Wires check-in and starts it. */
export async function startCheckin(config: CommonConfig, verifyToken?: TokenVerifier) {
  const base = await startBase({ name: 'checkin', config, verifyToken });
  const { mongo, clock } = base;
  const calendars = createCalendars(mongo, clock);
  const cohorts = createCohorts(mongo, clock);
  await calendars.ready();
  const ports: Ports = { clock, newId: randomUUID, calendars: calendars.adapter, cohorts: cohorts.adapter };

  return startService(base, {
    routes,
    ports,
    rolesOf: createRolesOf(ports),
    stores: [calendars.store, cohorts.store],
    publishes: ['checkin.enrolment', 'checkin.cohort'],
    consumers: [{ topics: ['membership.cohort', 'membership.enrolment', 'homework.enrolment'], handle: createFollower(ports) }],
    periodics: [
      { name: 'roll-over', everyMs: ROLL_OVER_EVERY_MS, run: createRollOver(ports) },
      { name: 'excused-days', everyMs: COHORT_WORK_EVERY_MS, run: createApplyExcusedDays(ports) },
      { name: 'settlements', everyMs: COHORT_WORK_EVERY_MS, run: createSettleCohorts(ports) },
    ],
    workPending: () => countWork(ports),
  });
}

function createFollower(ports: Ports): (received: Received) => Promise<Handled> {
  const followCohort = createFollowCohort(ports);
  const followEnrolment = createFollowEnrolment(ports);
  const followHomework = createFollowHomework(ports);
  return async (received) => {
    if (isOn(received, 'membership.cohort')) return followCohort(received);
    if (isOn(received, 'membership.enrolment')) return followEnrolment(received);
    if (isOn(received, 'homework.enrolment')) return followHomework(received);
    return 'ignored';
  };
}

/** What the clock or an order has started and is not yet done. */
async function countWork(ports: Ports): Promise<number> {
  const due = await ports.calendars.countDueToClose(ports.clock.nowMs());
  const excuses = await ports.cohorts.withDayToExcuse(COUNTED);
  return due + excuses.length + (await countSettlements(ports));
}

function isOn<T extends Topic>(received: Received, topic: T): received is Received<T> {
  return received.topic === topic;
}
