import type { Registry } from 'prom-client';
import type { HeldRole, TokenVerifier, User } from '../auth';
import type { Logger } from '../logging';
import type { IdempotencyStore } from './idempotency';
import type { RouteDefinition } from './route';

/** Whether the service can do its work, part by part. */
export interface ReadyReport {
  ready: boolean;
  parts: Record<string, boolean>;
}

/** What is still under way; all zero means quiet. */
export interface StatusReport {
  outboxPending: number;
  consumerLag: number;
  parked: number;
  /** Of those: how many wait for an upgrade, because a newer producer says more than is known. */
  parkedNewer: number;
  workPending: number;
}

export interface OperatorReports {
  ready(): Promise<ReadyReport>;
  status(): Promise<StatusReport>;
}

export interface HttpAppOptions<Ports = never> {
  service: string;
  routes: readonly RouteDefinition<Ports>[];
  ports: Ports;
  verifyToken: TokenVerifier;
  /** The roles of a user on the thing that the path names; empty: none, answered as if it were not there. */
  rolesOf(user: User, params: Record<string, string>): Promise<readonly HeldRole[]>;
  logger: Logger;
  /** Where the time that requests take is counted. */
  metrics: Registry;
  openApi?: object;
  /** Needed when a route is idempotent. */
  idempotency?: IdempotencyStore;
  /** Checks answers against their schemas; for tests and development. */
  checkAnswers?: boolean;
}
