import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { z } from 'zod';
import type { Surroundings } from './api/endpoint';
import { createApi } from './api/router';
import { createControl } from './control/routes';
import { createFaults, FaultSettings } from './faults';
import { createOnboardingPage } from './hosted/onboarding';
import { createHostedPage } from './hosted/routes';
import type { WebhookEndpointRecord } from './state/records';
import { openStore, type Store } from './state/store';
import { createTerms, Terms } from './terms';
import { startTimers } from './timers';
import { DELIVERY, startDeliveries, type DeliverySettings } from './webhooks/deliver';

export interface ConfiguredEndpoint {
  readonly url: string;
  readonly secret: string;
  readonly enabledEvents?: readonly string[];
  /** Whose events: the platform's own, those of connected accounts, or (default) both. */
  readonly hears?: WebhookEndpointRecord['hears'];
}

export interface SandboxOptions {
  /** 0 (default): a free one. */
  readonly port?: number;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** Journal file; without it nothing survives the end. */
  readonly dataFile?: string;
  /** Endpoints registered from the start. */
  readonly webhookEndpoints?: readonly ConfiguredEndpoint[];
  /** Must begin with sk_test_. Default sk_test_daka. */
  readonly secretKey?: string;
  /** What session.url begins with. Default: the sandbox's own address. */
  readonly publicUrl?: string;
  readonly terms?: z.input<typeof Terms>;
  readonly faults?: z.input<typeof FaultSettings>;
  readonly delivery?: Partial<DeliverySettings>;
  /** Epoch milliseconds; for tests of expiry. */
  readonly now?: () => number;
}

export interface Sandbox {
  readonly url: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** Starts a double of Stripe. Throws when the key is not a test key, the port is taken or the journal is damaged. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', secretKey = 'sk_test_daka' } = options;
  if (!/^sk_test_[A-Za-z0-9_]+$/.test(secretKey))
    throw new Error('the secret key of the sandbox must begin with sk_test_');
  const faults = createFaults(FaultSettings.parse(options.faults ?? {}));
  const terms = createTerms(Terms.parse(options.terms ?? {}));
  const store = openStore(options);
  registerEndpoints(store, options.webhookEndpoints ?? []);

  const app = express().disable('x-powered-by').disable('etag');
  const server = createServer({ keepAliveTimeout: 60_000 }, app);
  const port = await listen(server, options.port ?? 0, host).catch((error: unknown) => {
    store.close();
    throw error;
  });
  const url = `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${port}`;
  const publicUrl = (options.publicUrl ?? url).replace(/\/$/, '');
  const around: Surroundings = {
    publicUrl: () => publicUrl,
    terms: terms.now,
    nextRefundFate: () => faults.nextRefundFate(store.nowMs()),
  };
  const deliveries = startDeliveries({
    store,
    faults,
    publicUrl: around.publicUrl,
    settings: { ...DELIVERY, ...options.delivery },
  });
  const stopTimers = startTimers(store, terms.now);

  app.get('/livez', (_req, res) => void res.json({ status: 'live' }));
  app.use(createControl({ store, faults, terms, deliveries, around }));
  app.use(createHostedPage({ store, around }));
  app.use(createOnboardingPage({ store }));
  app.use(createApi({ store, faults, around, secretKey }));

  return {
    url,
    port,
    async stop() {
      stopTimers();
      await close(server);
      await deliveries.stop();
      store.close();
    },
  };
}

/** Endpoints of the configuration keep their id over restarts; those no longer configured are taken out. */
function registerEndpoints(store: Store, configured: readonly ConfiguredEndpoint[]): void {
  store.transact('', (tx) => {
    const wanted = configured.map(({ url, secret, enabledEvents = ['*'], hears = 'all' }): WebhookEndpointRecord => ({
      id: `we_cfg_${createHash('sha256')
        .update(hears === 'all' ? url : `${hears} ${url}`)
        .digest('hex')
        .slice(0, 20)}`,
      created: tx.now,
      url,
      secret,
      enabledEvents,
      hears,
      description: 'from the configuration',
      metadata: {},
      deleted: false,
    }));
    const kept = new Set(wanted.map(({ id }) => id));
    for (const known of tx.book.tables.endpoint.values()) {
      if (known.id.startsWith('we_cfg_') && !known.deleted && !kept.has(known.id))
        tx.put('endpoint', { ...known, deleted: true });
    }
    for (const endpoint of wanted) tx.put('endpoint', endpoint);
  });
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Finishes the requests that run and cuts idle connections. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), 2_000);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
