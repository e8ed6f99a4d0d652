import { parseArgs } from 'node:util';
import { kafkaAccessSettings } from '@daka/service-kit/kafka';
import { z } from 'zod';
import { OperatorProblem } from '../problem';
import { portSetting } from '../system/layout';
import { fixedPorts, type PartName, type Ports, type SystemOptions } from '../system/options';

export interface StartOptions {
  system: Pick<
    SystemOptions,
    | 'ports'
    | 'mongoUrl'
    | 'brokers'
    | 'kafkaSettings'
    | 'stripe'
    | 'mail'
    | 'virtualClock'
    | 'topicPrefix'
    | 'publicOrigin'
    | 'arbiters'
  >;
  /** Whether an empty database gets the demo cohort. */
  seed: boolean;
}

const Environment = z.object({
  MONGO_URL: z.string().optional(),
  KAFKA_BROKERS: z.string().optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: z.string().optional(),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().optional(),
  TOPIC_PREFIX: z.string().optional(),
  PUBLIC_ORIGIN: z.url().optional(),
  ARBITERS: z.string().optional(),
  NODE_ENV: z.string().optional(),
});

/** Reads the command line and the environment of `npm start`; one clear line for what it does not understand. */
export function readStartOptions(args: readonly string[], env: NodeJS.ProcessEnv): StartOptions {
  const { empty } = readArgs(args);
  const given = parseEnvironment(env);
  const stripe = stripeOf(given);
  // The demo cohort is in mid-run, so it is made under a virtual clock, and it pays in the sandbox.
  const seed = !empty && stripe === 'sandbox' && given.NODE_ENV !== 'production';
  return {
    seed,
    system: {
      ports: readPorts(env),
      mongoUrl: given.MONGO_URL,
      brokers: given.KAFKA_BROKERS,
      ...(given.KAFKA_BROKERS ? { kafkaSettings: accessSettingsIn(env) } : {}),
      topicPrefix: given.TOPIC_PREFIX,
      publicOrigin: given.PUBLIC_ORIGIN,
      arbiters: given.ARBITERS,
      stripe,
      mail: mailOf(given),
      virtualClock: seed,
    },
  };
}

function readArgs(args: readonly string[]): { empty: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { empty: { type: 'boolean', default: false } } });
    return { empty: values.empty };
  } catch (error) {
    throw new OperatorProblem(`${(error as Error).message} Usage: npm start [-- --empty]`);
  }
}

/** An empty variable counts as unset. */
function parseEnvironment(env: NodeJS.ProcessEnv): z.infer<typeof Environment> {
  const parsed = Environment.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new OperatorProblem(`${issue?.path.join('.')}: ${issue?.message}`);
}

function stripeOf({
  STRIPE_SECRET_KEY: secretKey,
  STRIPE_WEBHOOK_SECRET: webhookSecret,
}: z.infer<typeof Environment>): SystemOptions['stripe'] {
  if (secretKey && webhookSecret) return { secretKey, webhookSecret };
  if (!secretKey && !webhookSecret) return 'sandbox';
  throw new OperatorProblem(
    `${secretKey ? 'STRIPE_WEBHOOK_SECRET' : 'STRIPE_SECRET_KEY'} is missing: set both for the real Stripe, or neither for the sandbox.`,
  );
}

function mailOf({ SMTP_URL: smtpUrl, MAIL_FROM: from }: z.infer<typeof Environment>): SystemOptions['mail'] {
  return smtpUrl === undefined ? 'sandbox' : { smtpUrl, from };
}

function readPorts(env: NodeJS.ProcessEnv): Ports {
  const entries = (Object.entries(fixedPorts) as [PartName, number][]).map(
    ([name, usual]) => [name, readPort(portSetting(name), usual, env)] as const,
  );
  const taken = new Map<number, PartName>();
  for (const [name, port] of entries) {
    const other = taken.get(port);
    if (other) throw new OperatorProblem(`${portSetting(name)} and ${portSetting(other)} are both ${port}.`);
    taken.set(port, name);
  }
  return Object.fromEntries(entries) as Ports;
}

function readPort(setting: string, usual: number, env: NodeJS.ProcessEnv): number {
  const text = env[setting];
  if (!text) return usual;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new OperatorProblem(`${setting} is "${text}", but a port is a whole number from 1 to 65535.`);
}

/** Who the services are at a Kafka of one's own; each of them checks what they say. */
function accessSettingsIn(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = Object.keys(kafkaAccessSettings).flatMap((name) => [name, `${name}_FILE`]);
  return Object.fromEntries(names.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
}
