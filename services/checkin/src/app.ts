import { randomUUID } from 'node:crypto';
import { addGauges, startBase, startService, type TokenVerifier } from '@daka/service-kit';
import { createFiles, createStorage } from '@daka/service-kit/files';
import { createCalendars } from './adapters/mongo/calendars';
import { createCohorts } from './adapters/mongo/cohorts';
import { createPlans } from './adapters/mongo/plans';
import type { CheckinConfig } from './config';
import { createAuthorityIn } from './features/authority';
import { createApplyExcusedDays } from './features/excuse-day/periodic';
import { createFollowCohort } from './features/follow-cohort/consumer';
import { createAdmit } from './features/follow-enrolment/admit';
import { createFollowEnrolment } from './features/follow-enrolment/consumer';
import { createLetGo } from './features/follow-enrolment/let-go';
import { createFollowHomework } from './features/follow-homework/consumer';
import { createListDays } from './features/list-days/handler';
import { createRecordEntry } from './features/record-entry/handler';
import { createRolesOf } from './features/roles';
import { createRollOver } from './features/roll-over/periodic';
import { createStartSettlement } from './features/settle-cohort/handler';
import { countAwaitingHomework, countSettlements, createSettleCohorts } from './features/settle-cohort/periodic';
import { createReadinessOf } from './features/settle-cohort/readiness';
import { createSweepEntryFiles } from './features/sweep-files/periodic';
import type { Ports } from './ports';
import { routes } from './routes';

const ROLL_OVER_EVERY_MS = 150;
const COHORT_WORK_EVERY_MS = 300;
const SWEEP_EVERY_MS = 60_000;
const COUNTED = 100;
const TEXT_ID_BYTES = 9;

/** Wires check-in and starts it. */
export async function startCheckin(config: CheckinConfig, verifyToken?: TokenVerifier) {
  const base = await startBase({ name: 'checkin', config, verifyToken });
  const { mongo, clock } = base;
  const plans = createPlans(mongo);
  const calendars = createCalendars(mongo, clock, plans);
  const cohorts = createCohorts(mongo, clock);
  const ports: Ports = {
    clock,
    newId: randomUUID,
    newTextId,
    calendars: calendars.adapter,
    plans,
    cohorts: cohorts.adapter,
    files: await createFiles({ mongo, clock, storage: await createStorage(config, mongo) }),
    arbiters: new Set(config.ARBITERS),
  };
  const settling = { ...ports, readinessOf: createReadinessOf(ports) };
  const following = { ...ports, admit: createAdmit(ports), letGo: createLetGo(ports) };

  addGauges(base.metrics, [
    {
      name: 'daka_settlements_awaiting_homework',
      help: 'Cohorts that are not settled although it is time, because homework has not told all that was handed in',
      read: async () => [{ value: await countAwaitingHomework(settling) }],
    },
  ]);
  return startService(base, {
    routes,
    ports: {
      ...settling,
      authorityIn: createAuthorityIn(ports),
      recordEntry: createRecordEntry(ports),
      listDays: createListDays(ports),
      startSettlement: createStartSettlement(settling),
    },
    rolesOf: createRolesOf(ports),
    stores: [calendars.store, cohorts.store],
    follows: {
      'membership.cohort': createFollowCohort(ports),
      'membership.enrolment': createFollowEnrolment(following),
      'homework.enrolment': createFollowHomework(ports),
    },
    periodics: [
      { name: 'roll-over', everyMs: ROLL_OVER_EVERY_MS, run: createRollOver(ports) },
      { name: 'excused-days', everyMs: COHORT_WORK_EVERY_MS, run: createApplyExcusedDays(ports) },
      { name: 'settlements', everyMs: COHORT_WORK_EVERY_MS, run: createSettleCohorts(settling) },
      { name: 'unused-files', everyMs: SWEEP_EVERY_MS, run: createSweepEntryFiles(ports) },
    ],
    workPending: async () => (await countDue(ports)) + (await countSettlements(settling)),
  });
}

/** Short, and of a UUID, for which Node keeps random bytes in stock: some 66 random bits. */
function newTextId(): string {
  return Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url', 0, TEXT_ID_BYTES);
}

/** What the clock or an order has started and is not yet done; in the order in which one becomes the other. */
async function countDue({ calendars, cohorts, clock }: Ports): Promise<number> {
  const due = await calendars.countDueToClose(clock.nowMs());
  return due + (await cohorts.withDayToExcuse(COUNTED)).length;
}
