import { ADMIN, passwordOf, type Passwords } from './access';

export interface BrokerPlace {
  logDir: string;
  /** The name by which it is reached. */
  host: string;
  /** What it listens on; empty: all of its addresses. */
  listenHost: string;
  port: number;
  controllerPort: number;
  advertisedPort: number;
  /** Who may sign in; without them the broker asks nobody who they are. */
  passwords?: Passwords;
  /** Whether the folder does not know them yet: then the administrator gets in by what stands here, to make them. */
  makesPasswords?: boolean;
}

/** One node, so every internal topic has one replica; buffers are small, because the default cleaner alone takes 128 MB. */
export function brokerSettings(place: BrokerPlace, more: Readonly<Record<string, string>> = {}): string {
  const { logDir, host, listenHost, port, controllerPort, advertisedPort, passwords, makesPasswords = false } = place;
  const protocol = passwords ? 'SASL_PLAINTEXT' : 'PLAINTEXT';
  return asProperties({
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${host}:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `CLIENTS://${listenHost}:${port},CONTROLLER://${listenHost}:${controllerPort}`,
    'advertised.listeners': `CLIENTS://${host}:${advertisedPort}`,
    'inter.broker.listener.name': 'CLIENTS',
    'listener.security.protocol.map': `CLIENTS:${protocol},CONTROLLER:${protocol}`,
    ...(passwords && accessSettings(passwords, makesPasswords)),
    'log.dirs': logDir,
    'auto.create.topics.enable': false,
    'num.partitions': 4,
    'offsets.topic.num.partitions': 4,
    'offsets.topic.replication.factor': 1,
    'transaction.state.log.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'log.retention.hours': 168,
    'log.segment.bytes': 67_108_864,
    'log.cleaner.dedupe.buffer.size': 8_388_608,
    // After a crash the broker is let in again only when its old session has lapsed.
    'broker.session.timeout.ms': 4_000,
    'broker.heartbeat.interval.ms': 500,
    'num.network.threads': 2,
    'num.io.threads': 4,
    'background.threads': 2,
    'controlled.shutdown.max.retries': 1,
    ...more,
  });
}

/** Clients prove a password by SCRAM, which never sends it; the controller, which knows no users before it runs, takes the administrator's alone. */
function accessSettings(passwords: Passwords, makesPasswords: boolean): Record<string, string | boolean> {
  const password = passwordOf(passwords, ADMIN);
  const login = (module: string, more = '') =>
    `org.apache.kafka.common.security.${module} required username="${ADMIN}" password="${password}"${more};`;
  const fromHere = login('plain.PlainLoginModule', ` user_${ADMIN}="${password}"`);
  return {
    'sasl.enabled.mechanisms': makesPasswords ? 'SCRAM-SHA-256,PLAIN' : 'SCRAM-SHA-256',
    ...(makesPasswords && { 'listener.name.clients.plain.sasl.jaas.config': fromHere }),
    'sasl.mechanism.inter.broker.protocol': 'SCRAM-SHA-256',
    'listener.name.clients.scram-sha-256.sasl.jaas.config': login('scram.ScramLoginModule'),
    'sasl.mechanism.controller.protocol': 'PLAIN',
    'listener.name.controller.sasl.enabled.mechanisms': 'PLAIN',
    'listener.name.controller.plain.sasl.jaas.config': fromHere,
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': `User:${ADMIN}`,
    'allow.everyone.if.no.acl.found': false,
  };
}

/** A file of Java's properties. */
export function asProperties(values: Record<string, string | number | boolean>): string {
  return (
    Object.entries(values)
      .map(([key, value]) => `${key}=${value}`)
      .join('\n') + '\n'
  );
}
