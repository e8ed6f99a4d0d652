import { setTimeout as sleep } from 'node:timers/promises';
import { allTopics, parties, rightsOf, type Topic } from '@daka/contracts';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
  type AclEntry,
  type Admin,
} from 'kafkajs';
import { ensureTopics } from './connect';
import type { KafkaConnection } from './types';

const SET_WITHIN_MS = 30_000;
const POLL_MS = 20;

/** Makes what services need at a Kafka that asks who they are: every topic, and each service's rights. To be done by its administrator, before they start. */
export async function prepareKafka(connection: KafkaConnection, prefix: string): Promise<void> {
  await ensureTopics(connection, prefix, allTopics);
  const admin = connection.kafka.admin();
  await admin.connect();
  try {
    await setRights(admin, prefix);
  } finally {
    await admin.disconnect();
  }
}

/**
 * Exactly these rights afterwards: one that the table does not name any more is taken back. Asks until the broker shows them,
 * because it answers before it has heard of its controller's decision.
 * @throws when it does not within 30 s.
 */
async function setRights(admin: Admin, prefix: string): Promise<void> {
  const wanted = kafkaRights(prefix);
  const untilMs = performance.now() + SET_WITHIN_MS;
  for (;;) {
    const found = await rightsAt(admin, prefix);
    const missing = without(wanted, found);
    const stale = without(found, wanted);
    if (missing.length + stale.length === 0) return;
    if (performance.now() > untilMs) throw new Error(`Kafka does not keep the rights to ${prefix || 'its'} topics`);
    if (missing.length > 0) await admin.createAcls({ acl: missing });
    if (stale.length > 0) await admin.deleteAcls({ filters: stale });
    await sleep(POLL_MS);
  }
}

function without(some: readonly AclEntry[], others: readonly AclEntry[]): AclEntry[] {
  return some.filter((one) => !others.some((other) => isSame(one, other)));
}

/** Each service writes its own topics, reads those it follows, and has one group; whatever is not here is refused. */
export function kafkaRights(prefix: string): AclEntry[] {
  return parties.flatMap((party) => {
    const { writes, follows } = rightsOf(party);
    return [
      ...writes.map((topic) => right(party, 'TOPIC', prefix + topic, 'WRITE')),
      ...follows.map((topic) => right(party, 'TOPIC', prefix + topic, 'READ')),
      right(party, 'GROUP', prefix + party, 'READ'),
    ];
  });
}

/** What services may do with the topics and groups of this prefix now. */
async function rightsAt(admin: Admin, prefix: string): Promise<AclEntry[]> {
  const names = new Set([...allTopics, ...parties].map((name: Topic | string) => prefix + name));
  const principals = new Set<string>(parties.map(principalOf));
  const { resources } = await admin.describeAcls({
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  });
  return resources
    .filter(({ resourceName }) => names.has(resourceName))
    .flatMap(({ acls, ...resource }) => acls.map((acl) => ({ ...resource, ...acl })))
    .filter(({ principal }) => principals.has(principal));
}

function right(
  party: string,
  resource: 'TOPIC' | 'GROUP',
  resourceName: string,
  operation: 'READ' | 'WRITE',
): AclEntry {
  // READ and WRITE each bring with them what describes the topic.
  return {
    resourceType: AclResourceTypes[resource],
    resourceName,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: principalOf(party),
    host: '*',
    operation: AclOperationTypes[operation],
    permissionType: AclPermissionTypes.ALLOW,
  };
}

function principalOf(party: string): string {
  return `User:${party}`;
}

function isSame(one: AclEntry, other: AclEntry): boolean {
  const keys = [
    'resourceType',
    'resourceName',
    'resourcePatternType',
    'principal',
    'host',
    'operation',
    'permissionType',
  ] as const;
  return keys.every((key) => one[key] === other[key]);
}
