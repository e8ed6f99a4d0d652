import { randomUUID } from 'node:crypto';
import { allTopics, parties, rightsOf } from '@daka/contracts';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  ResourcePatternTypes,
  type AclEntry,
  type Admin,
} from 'kafkajs';
import { kafkaSettings, loadConfig } from '../config';
import { quiet } from '../documents/jar.fixture';
import { eventually } from '../testing';
import { connectKafka } from './connect';
import { kafkaRights, prepareKafka } from './rights';

const prefix = `rights-${randomUUID().slice(0, 8)}.`;
const kafka = connectKafka({ config: loadConfig(kafkaSettings, process.env), clientId: 'kit-test', logger: quiet });
let admin: Admin;
beforeAll(async () => {
  admin = kafka.kafka.admin();
  await admin.connect();
});
afterAll(async () => {
  await admin.deleteTopics({ topics: allTopics.map((topic) => prefix + topic) });
  await admin.disconnect();
});

/** As "who operation what", of this test's topics and groups. */
async function rightsAtBroker(): Promise<string[]> {
  const { resources } = await admin.describeAcls({
    resourceType: AclResourceTypes.ANY,
    resourcePatternType: ResourcePatternTypes.ANY,
    operation: AclOperationTypes.ANY,
    permissionType: AclPermissionTypes.ANY,
  });
  return resources
    .filter(({ resourceName }) => resourceName.startsWith(prefix))
    .flatMap(({ acls, ...resource }) => acls.map((acl) => told({ ...resource, ...acl })))
    .sort();
}

const told = ({ principal, operation, resourceName }: AclEntry) =>
  `${principal} ${operation === AclOperationTypes.WRITE ? 'WRITE' : operation === AclOperationTypes.READ ? 'READ' : operation} ${resourceName}`;

it('gives every topic one writer, and tells each service of its own topics, those it follows and its group', () => {
  const rights = kafkaRights('p.').map(told);
  for (const topic of allTopics) expect(rights.filter((right) => right.endsWith(` WRITE p.${topic}`))).toHaveLength(1);
  for (const party of parties) {
    const { writes, follows } = rightsOf(party);
    expect(rights.filter((right) => right.startsWith(`User:${party} `))).toEqual([
      ...writes.map((topic) => `User:${party} WRITE p.${topic}`),
      ...follows.map((topic) => `User:${party} READ p.${topic}`),
      `User:${party} READ p.${party}`,
    ]);
  }
  expect(new Set(rights).size).toBe(rights.length);
});

it('makes the topics and leaves just these rights, however often; one too many is taken back', async () => {
  const wanted = kafkaRights(prefix).map(told).sort();
  await prepareKafka(kafka, prefix);
  expect(await rightsAtBroker()).toEqual(wanted);
  expect(await admin.listTopics()).toEqual(expect.arrayContaining(allTopics.map((topic) => prefix + topic)));

  const tooMuch: AclEntry = {
    resourceType: AclResourceTypes.TOPIC,
    resourceName: `${prefix}payment.enrolment`,
    resourcePatternType: ResourcePatternTypes.LITERAL,
    principal: 'User:homework',
    host: '*',
    operation: AclOperationTypes.WRITE,
    permissionType: AclPermissionTypes.ALLOW,
  };
  await admin.createAcls({ acl: [tooMuch] });
  await eventually(async () => (await rightsAtBroker()).includes(told(tooMuch)));
  await prepareKafka(kafka, prefix);
  expect(await rightsAtBroker()).toEqual(wanted);
});
