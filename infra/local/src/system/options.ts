import { parties } from '@daka/contracts';
import type { Access } from '../parts/access';
import type { Log } from '../parts/fetch-once';
import type { KafkaClient } from '../parts/start-kafka';

/** In the order of starting; all of them may start at once. */
export const serviceNames = parties;
export type ServiceName = (typeof serviceNames)[number];
/** A service's port for health, status and metrics. */
export type OperationsName = `${ServiceName}_operations`;
/** Everything that listens on a port of its own. */
export type PartName = ServiceName | OperationsName | 'sandbox' | 'mailbox' | 'smtp' | 'mongo' | 'kafka';
export type Ports = Record<PartName, number>;

/** The ports of `npm start`; each can be changed by `<NAME>_PORT`. */
export const fixedPorts: Ports = {
  web: 8080,
  membership: 8081,
  payment: 8082,
  homework: 8083,
  checkin: 8084,
  web_operations: 9080,
  membership_operations: 9081,
  payment_operations: 9082,
  homework_operations: 9083,
  checkin_operations: 9084,
  sandbox: 8090,
  mailbox: 8091,
  smtp: 8025,
  mongo: 27_117,
  kafka: 19_092,
};

export interface StripeKeys {
  secretKey: string;
  /** Comma list of up to two while rotating. */
  webhookSecret: string;
}

/** Where mail is sent. */
export interface MailServer {
  smtpUrl: string;
  /** Whom it comes from. Default: membership's own. */
  from?: string;
}

export interface SystemOptions {
  /** State: data/, logs/, pids/ and the clock file. Two systems never share one. */
  dir: string;
  /** 'fixed' are those of `npm start`; what an explicit choice leaves out is free. Default 'free'. */
  ports?: 'fixed' | 'free' | Partial<Ports>;
  /** A replica set that already runs; one is started when left out. */
  mongoUrl?: string;
  /** A Kafka that already runs; one is started when left out. */
  brokers?: string;
  /** The passwords of the given servers, where this system may make its own topics and rights there. Default: the servers are used as they are. */
  access?: Partial<Access>;
  /** KAFKA_... settings of the services for a given Kafka that is used as it is: who they are there. */
  kafkaSettings?: Readonly<Record<string, string>>;
  /** Ports of proxies before MongoDB, for services that reach it through one. */
  mongoVia?: Partial<Record<ServiceName, number>>;
  /** What clients of a started Kafka are told to connect to, when a proxy stands before it. */
  kafkaAdvertisedPort?: number;
  /** Databases are named `<prefix>_<service>`. Default "daka". */
  databasePrefix?: string;
  /** Put before every topic name. Default none. */
  topicPrefix?: string;
  /** The services read their domain clock from a file, which setClock writes. Default false: the system's clock. */
  virtualClock?: boolean;
  /** Default 'sandbox': the local double of Stripe is started too. */
  stripe?: 'sandbox' | StripeKeys;
  /** 'sandbox': a mailbox with a page is started too. Default 'none': no mail is sent, and no address needs to be proven. */
  mail?: 'none' | 'sandbox' | MailServer;
  /** More environment for the sandbox, such as its webhook faults. */
  sandboxEnv?: Record<string, string>;
  /** Accounts of the platform's arbiters, comma-separated ids. Default none. */
  arbiters?: string | undefined;
  /** Which services to start. Default all. */
  services?: readonly ServiceName[];
  /** More environment for a service. */
  serviceEnv?: Partial<Record<ServiceName, Record<string, string>>>;
  /** Node flags of the services. Default: heaps that share the machine's memory (see heap.ts). */
  nodeFlags?: readonly string[];
  /** Whether what dies is started again. Default true. */
  restart?: boolean;
  /** Within one minute and per process. Default 10. */
  maxRestarts?: number;
  /** The origin that browsers see. Default web's own. */
  publicOrigin?: string;
  /** Ends a start that is under way. */
  signal?: AbortSignal;
  /** Progress and restarts, a line each. Default: silent. */
  log?: Log;
  /** Called when a process died too often to be started again. */
  onGivenUp?(name: string): void;
}

/** A running Daka. */
export interface System {
  readonly dir: string;
  /** Web's address: the one public origin. */
  readonly origin: string;
  /** Addresses of the services, the sandbox and the mailbox, by name. */
  readonly urls: Readonly<Record<string, string>>;
  /** Where the services tell their health, status and metrics, by name. */
  readonly operationsUrls: Readonly<Record<string, string>>;
  /** As its administrator. */
  readonly mongoUrl: string;
  readonly brokers: string;
  /** How kafkajs reaches Kafka, as its administrator, or as one of the services. */
  kafkaAs(name?: ServiceName): KafkaClient;
  /** The passwords of the servers, as far as they are this system's to use. */
  readonly access: Partial<Access>;
  readonly databasePrefix: string;
  readonly topicPrefix: string;
  /** Whether none of its databases existed before this start. */
  readonly firstStart: boolean;
  /** Pids of everything that runs now, by name. */
  pids(): Record<string, number>;
  /** How often each was started again, by name. */
  restarts(): Record<string, number>;
  /** Sends a signal, by default SIGKILL; the supervisor then brings the process back. */
  kill(name: string, signal?: NodeJS.Signals): Promise<void>;
  /** Resolves when this process, or every one, serves again. */
  untilReady(name?: string): Promise<void>;
  /** Sets the domain clock of all services; only with `virtualClock`. */
  setClock(value: string | 'system'): void;
  /** Ends everything in reverse order; nothing is left behind. */
  stop(): Promise<void>;
}
