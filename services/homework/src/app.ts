import { randomUUID } from 'node:crypto';
import { startBase, startService, type TokenVerifier } from '@daka/service-kit';
import { createFiles, createStorage } from '@daka/service-kit/files';
import { createAssignments } from './adapters/mongo/assignments';
import { createCohorts } from './adapters/mongo/cohorts';
import { createDrafts } from './adapters/mongo/drafts';
import { createPortfolios } from './adapters/mongo/portfolios';
import { createReviewDesks } from './adapters/mongo/review-desks';
import { createSnippets } from './adapters/mongo/snippets';
import type { HomeworkConfig } from './config';
import { createFollowCheckIn, createFollowSettlement } from './features/follow-check-in/consumer';
import { createFollowCohort } from './features/follow-cohort/consumer';
import { createFollowEnrolment } from './features/follow-enrolment/consumer';
import { createRolesOf } from './features/roles';
import { createSayVerdicts } from './features/say-verdicts/periodic';
import { createCorrectAssignment } from './features/set-assignment/handler';
import { countWatermarksDue, createSetWatermarks } from './features/set-watermark/periodic';
import { createSubmitVersion } from './features/submit-version/handler';
import { createSweepHandInFiles } from './features/sweep-files/periodic';
import type { Ports } from './ports';
import { routes } from './routes';

const WATERMARKS_EVERY_MS = 500;
const VERDICTS_EVERY_MS = 250;
const SWEEP_EVERY_MS = 60_000;

/** Wires homework and starts it. */
export async function startHomework(config: HomeworkConfig, verifyToken?: TokenVerifier) {
  const base = await startBase({ name: 'homework', config, verifyToken });
  const { mongo, clock } = base;
  const cohorts = createCohorts(mongo);
  const assignments = createAssignments(mongo, clock);
  const portfolios = createPortfolios(mongo, clock);
  const desks = createReviewDesks(mongo, clock);
  const snippets = createSnippets(mongo);
  await Promise.all([portfolios.ready(), snippets.ready()]);
  const ports: Ports = {
    clock,
    newId: randomUUID,
    cohorts,
    assignments: assignments.adapter,
    drafts: createDrafts(mongo),
    snippets: snippets.adapter,
    desks,
    portfolios: portfolios.adapter,
    files: await createFiles({ mongo, clock, storage: await createStorage(config, mongo) }),
  };

  return startService(base, {
    routes,
    ports: { ...ports, correctAssignment: createCorrectAssignment(ports), submitVersion: createSubmitVersion(ports) },
    rolesOf: createRolesOf(ports),
    stores: [assignments.store, portfolios.store, desks],
    follows: {
      'membership.cohort': createFollowCohort(ports),
      'membership.enrolment': createFollowEnrolment(ports),
      'checkin.homework': createFollowCheckIn(ports),
      'checkin.cohort': createFollowSettlement(ports),
    },
    periodics: [
      { name: 'watermarks', everyMs: WATERMARKS_EVERY_MS, run: createSetWatermarks(ports) },
      { name: 'verdicts', everyMs: VERDICTS_EVERY_MS, run: createSayVerdicts(ports) },
      { name: 'unused-files', everyMs: SWEEP_EVERY_MS, run: createSweepHandInFiles(ports) },
    ],
    workPending: () => countWorkDue(ports),
  });
}

const MOST_COUNTED = 256;

async function countWorkDue(ports: Ports): Promise<number> {
  const verdicts = await ports.portfolios.verdictsDue(ports.clock.nowMs(), MOST_COUNTED);
  return verdicts.length + (await countWatermarksDue(ports));
}
