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

/** Exactly these rights afterwards: one that the table does not name any more is taken back. */
async function setRights(admin: Admin, prefix: string): Promise<void> {
  const wanted = kafkaRights(prefix);
  await admin.createAcls({ acl: wanted });
  const stale = (await rightsAt(admin, prefix)).filter((one) => !wanted.some((other) => isSame(one, other)));
  if (stale.length > 0) await admin.deleteAcls({ filters: stale });
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
