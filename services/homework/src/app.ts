import { randomUUID } from 'node:crypto';
import type { Received } from '@daka/contracts';
import { startBase, startService, type CommonConfig, type TokenVerifier } from '@daka/service-kit';
import { createAssignments } from './adapters/mongo/assignments';
import { createCohorts } from './adapters/mongo/cohorts';
import { createPortfolios } from './adapters/mongo/portfolios';
import { createFollowEnrolment } from './features/follow-enrolment/consumer';
import type { Ports } from './features/ports';
import { createRolesOf } from './features/roles-of';
import { routes } from './routes';

/** Wires homework and starts it. */
export async function startHomework(config: CommonConfig, verifyToken?: TokenVerifier) {
  const base = await startBase({ name: 'homework', config, verifyToken });
  const { mongo, clock } = base;
  const cohorts = createCohorts(mongo);
  const assignments = createAssignments(mongo, clock);
  const portfolios = createPortfolios(mongo, clock);
  await portfolios.ready();
  const ports: Ports = { clock, newId: randomUUID, cohorts, assignments: assignments.adapter, portfolios: portfolios.adapter };
  const followEnrolment = createFollowEnrolment(ports);

  return startService(base, {
    routes,
    ports,
    rolesOf: createRolesOf(ports),
    stores: [assignments.store, portfolios.store],
    publishes: ['homework.enrolment'],
    consumers: [
      {
        topics: ['membership.cohort', 'membership.enrolment'],
        handle: (received) =>
          received.topic === 'membership.cohort'
            ? cohorts.apply(received)
            : followEnrolment(received as Received<'membership.enrolment'>),
      },
    ],
  });
}
