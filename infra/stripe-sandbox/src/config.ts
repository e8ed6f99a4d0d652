import { z } from 'zod';
import { FaultSettings } from './faults';
import type { ConfiguredEndpoint, SandboxOptions } from './sandbox';
import { Terms } from './terms';

const jsonOf = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(schema);

const Settings = z.object({
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8090)
    .describe('Port of the API, the hosted page and /_sandbox'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on'),
  STRIPE_SECRET_KEY: z.string().startsWith('sk_test_').default('sk_test_daka').describe('The one key that is accepted'),
  WEBHOOK_URL: z.url().optional().describe('Where events are sent'),
  WEBHOOK_EVENTS: z.string().optional().describe('Types to send, comma-separated; all where it is left out'),
  WEBHOOK_SECRET: z.string().default('whsec_daka').describe('Signs the events'),
  WEBHOOK_CONNECT_URL: z
    .url()
    .optional()
    .describe('Where events of connected accounts are sent instead; absent: to WEBHOOK_URL too'),
  WEBHOOK_CONNECT_SECRET: z
    .string()
    .default('whsec_daka_connect')
    .describe('Signs the events sent to WEBHOOK_CONNECT_URL'),
  SANDBOX_DATA_FILE: z.string().optional().describe('Journal; without it everything is forgotten at the end'),
  PUBLIC_URL: z.url().optional().describe('Beginning of session.url (default http://localhost:PORT)'),
  SANDBOX_FAULTS: jsonOf(FaultSettings).optional().describe('Faults from the start, JSON as for POST /_sandbox/faults'),
  SANDBOX_TERMS: jsonOf(Terms)
    .optional()
    .describe('Fees and the like from the start, JSON as for POST /_sandbox/terms'),
});

/** Reads the environment (empty values count as absent). Throws one readable message naming every bad variable. */
export function readConfig(env: NodeJS.ProcessEnv): SandboxOptions {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = Settings.safeParse(given);
  if (!result.success)
    throw new Error(
      `bad configuration: ${result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    );
  const settings = result.data;
  return {
    port: settings.PORT,
    host: settings.HOST,
    secretKey: settings.STRIPE_SECRET_KEY,
    publicUrl: settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`,
    webhookEndpoints: endpointsOf(settings),
    ...(settings.SANDBOX_DATA_FILE !== undefined && { dataFile: settings.SANDBOX_DATA_FILE }),
    ...(settings.SANDBOX_FAULTS !== undefined && { faults: settings.SANDBOX_FAULTS }),
    ...(settings.SANDBOX_TERMS !== undefined && { terms: settings.SANDBOX_TERMS }),
  };
}

function endpointsOf(settings: z.infer<typeof Settings>): readonly ConfiguredEndpoint[] {
  const {
    WEBHOOK_URL: url,
    WEBHOOK_SECRET: secret,
    WEBHOOK_CONNECT_URL: connectUrl,
    WEBHOOK_CONNECT_SECRET: connectSecret,
    WEBHOOK_EVENTS,
  } = settings;
  const enabledEvents = WEBHOOK_EVENTS?.split(',').map((type) => type.trim());
  const wanted = enabledEvents && { enabledEvents };
  return [
    ...(url === undefined
      ? []
      : [{ url, secret, ...wanted, ...(connectUrl !== undefined && { hears: 'own' as const }) }]),
    ...(connectUrl === undefined
      ? []
      : [{ url: connectUrl, secret: connectSecret, ...wanted, hears: 'connect' as const }]),
  ];
}
