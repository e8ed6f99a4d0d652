import path from 'node:path';
import { freePort, requireFreePort } from '../ports';
import { mailboxParts, mailEnvironment } from './mail';
import {
  fixedPorts,
  serviceNames,
  type OperationsName,
  type PartName,
  type Ports,
  type ServiceName,
  type StripeKeys,
  type SystemOptions,
} from './options';

const LOOPBACK = '127.0.0.1';
export const SANDBOX_KEYS: StripeKeys = { secretKey: 'sk_test_daka_sandbox', webhookSecret: 'whsec_daka_sandbox' };

/** Everything about a system that is settled before its first process starts. */
export interface Layout {
  dir: string;
  ports: Ports;
  origin: string;
  urls: Record<string, string>;
  /** Where each service tells how it fares. */
  operationsUrls: Record<string, string>;
  services: readonly ServiceName[];
  sandbox: boolean;
  stripe: StripeKeys;
  mail: NonNullable<SystemOptions['mail']>;
  clockFile: string | null;
  arbiters: string;
  databasePrefix: string;
  topicPrefix: string;
}

/** Chooses ports and addresses; one clear line when a wanted port is busy. */
export async function layOut(options: SystemOptions): Promise<Layout> {
  const { dir, services = serviceNames, stripe = 'sandbox', mail = 'none' } = options;
  const sandbox = stripe === 'sandbox';
  const ports = await choosePorts(options, wantedParts(options, services, doublesOf(sandbox, mail)));
  const urls = Object.fromEntries(
    [...services, ...doublesOf(sandbox, mail)]
      .filter((name) => name !== 'smtp')
      .map((name) => [name, urlOf(ports[name])]),
  );
  return {
    dir,
    ports,
    urls,
    operationsUrls: Object.fromEntries(services.map((name) => [name, urlOf(ports[operationsOf(name)])])),
    services,
    sandbox,
    mail,
    origin: options.publicOrigin ?? urlOf(ports.web),
    stripe: stripe === 'sandbox' ? SANDBOX_KEYS : stripe,
    arbiters: options.arbiters ?? '',
    clockFile: options.virtualClock ? path.join(dir, 'clock') : null,
    databasePrefix: options.databasePrefix ?? 'daka',
    topicPrefix: options.topicPrefix ?? '',
  };
}

/** What membership's signing keys are stored under; made at the first start. */
export function keyFileOf(dir: string): string {
  return path.join(dir, 'data', 'membership.key');
}

/** The passwords of the MongoDB and Kafka of this folder; made at the first start. */
export function accessFileOf(dir: string): string {
  return path.join(dir, 'data', 'access.json');
}

/** The environment variable that changes a part's port. */
export function portSetting(name: PartName): string {
  return `${name.toUpperCase()}_PORT`;
}

/** The environment of one service, with how it reaches MongoDB and Kafka: nothing of ours is inherited but the path and the language of the machine. */
export function serviceEnvironment(
  name: ServiceName,
  layout: Layout,
  servers: Readonly<Record<string, string>>,
): Record<string, string> {
  const { ports, stripe, sandbox, mail, clockFile } = layout;
  const common = {
    ...machineEnvironment(),
    HOST: LOOPBACK,
    PORT: String(ports[name]),
    OPERATIONS_PORT: String(ports[operationsOf(name)]),
  };
  const database = { ...servers, MONGO_DB: `${layout.databasePrefix}_${name}` };
  const trust = { JWKS_URL: `${urlOf(ports.membership)}/.well-known/jwks.json`, PUBLIC_ORIGIN: layout.origin };
  const clock: Record<string, string> = clockFile ? { CLOCK_FILE: clockFile } : {};
  const kafka = { TOPIC_PREFIX: layout.topicPrefix };
  if (name === 'web') return { ...common, ...database, ...kafka, ...trust, ...clock, ...webEnvironment(ports) };
  return {
    ...common,
    ...database,
    ...kafka,
    ...trust,
    ...clock,
    ...(ASK_FOR_ARBITERS.includes(name) ? { ARBITERS: layout.arbiters } : {}),
    ...(name === 'membership' ? { ...keyEnvironment(layout.dir), ...mailEnvironment(mail, ports) } : {}),
    ...(name === 'payment'
      ? {
          STRIPE_SECRET_KEY: stripe.secretKey,
          STRIPE_WEBHOOK_SECRET: stripe.webhookSecret,
          STRIPE_API_BASE: sandbox ? urlOf(ports.sandbox) : '',
        }
      : {}),
  };
}

/** The key of this folder, and the one that was there before while it is changed. */
function keyEnvironment(dir: string): Record<string, string> {
  const { KEY_PREVIOUS = '', KEY_PREVIOUS_FILE = '', KEY_LOST = '' } = process.env;
  const previous: Record<string, string> = KEY_PREVIOUS_FILE ? { KEY_PREVIOUS_FILE } : { KEY_PREVIOUS };
  return { KEY_FILE: keyFileOf(dir), ...previous, KEY_LOST };
}

/** Who must know the platform's own people. */
const ASK_FOR_ARBITERS: readonly ServiceName[] = ['membership', 'payment', 'checkin'];

/** As one would choose them for an endpoint at Stripe, all that payment follows; it drops any other. */
const HEARD_BY_PAYMENT = [
  'checkout.session.completed',
  'checkout.session.expired',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'payment_intent.payment_failed',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.closed',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'account.updated',
];

/** The environment of the Stripe sandbox, which calls payment directly. */
export function sandboxEnvironment({ dir, ports, stripe }: Layout): Record<string, string> {
  return {
    ...machineEnvironment(),
    PORT: String(ports.sandbox),
    HOST: LOOPBACK,
    PUBLIC_URL: urlOf(ports.sandbox),
    SANDBOX_DATA_FILE: path.join(dir, 'data', 'sandbox.jsonl'),
    STRIPE_SECRET_KEY: stripe.secretKey,
    WEBHOOK_URL: `${urlOf(ports.payment)}/webhooks/stripe`,
    WEBHOOK_SECRET: stripe.webhookSecret,
    WEBHOOK_EVENTS: HEARD_BY_PAYMENT.join(','),
  };
}

function webEnvironment(ports: Ports): Record<string, string> {
  return {
    MEMBERSHIP_URL: urlOf(ports.membership),
    PAYMENT_URL: urlOf(ports.payment),
    HOMEWORK_URL: urlOf(ports.homework),
    CHECKIN_URL: urlOf(ports.checkin),
  };
}

/** What plays Stripe and the mail server. */
function doublesOf(sandbox: boolean, mail: Layout['mail']): PartName[] {
  return [...(sandbox ? (['sandbox'] as const) : []), ...mailboxParts(mail)];
}

export function machineEnvironment(): Record<string, string> {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'LANG', 'LC_ALL', 'TZ', 'LOG_LEVEL'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: process.env['NODE_ENV'] === 'production' ? 'production' : 'development',
  };
}

function wantedParts(
  { mongoUrl, brokers }: SystemOptions,
  services: readonly ServiceName[],
  doubles: readonly PartName[],
): PartName[] {
  const operations = services.map(operationsOf);
  return [
    ...services,
    ...operations,
    ...doubles,
    ...(mongoUrl ? [] : ['mongo' as const]),
    ...(brokers ? [] : ['kafka' as const]),
  ];
}

async function choosePorts({ ports = 'free' }: SystemOptions, wanted: readonly PartName[]): Promise<Ports> {
  const asked: Partial<Ports> = ports === 'fixed' ? fixedPorts : ports === 'free' ? {} : ports;
  const chosen = { ...fixedPorts };
  for (const name of Object.keys(fixedPorts) as PartName[]) {
    const port = asked[name];
    if (port !== undefined && wanted.includes(name)) await requireFreePort(port, name, portSetting(name));
    chosen[name] = port ?? (await freePort());
  }
  return chosen;
}

function operationsOf(name: ServiceName): OperationsName {
  return `${name}_operations`;
}

function urlOf(port: number): string {
  return `http://${LOOPBACK}:${port}`;
}
