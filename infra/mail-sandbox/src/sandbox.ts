import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { z } from 'zod';
import { createMailbox, type Mail, type Mailbox } from './mailbox';
import { mailboxPage } from './page';
import { startSmtp, type Smtp } from './smtp';

export interface MailSandboxOptions {
  host?: string;
  /** Of the page; 0: any free one. */
  port?: number;
  /** Where mail is taken; 0: any free one. */
  smtpPort?: number;
}

export interface MailSandbox {
  /** Of the page and /_sandbox. */
  url: string;
  smtpUrl: string;
  mails(to?: string): readonly Mail[];
  /** So many of the next mails are refused for now. */
  refuseNext(count: number): void;
  stop(): Promise<void>;
}

const Faults = z.strictObject({ refuseNext: z.int().min(0) });

/** Takes every mail and shows it on a page, as a mailbox of everybody's. */
export async function startMailSandbox({
  host = '127.0.0.1',
  port = 0,
  smtpPort = 0,
}: MailSandboxOptions = {}): Promise<MailSandbox> {
  const mailbox = createMailbox();
  const smtp = await startSmtp(mailbox, { host, port: smtpPort });
  const server = createServer(createApp(mailbox, smtp));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    // It listens on TCP, so its address is not a path.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    mails: mailbox.mails,
    refuseNext: smtp.refuseNext,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await smtp.stop();
    },
  };
}

function createApp(mailbox: Mailbox, smtp: Smtp): Express {
  const app = express();
  app.disable('x-powered-by');
  // Its pages hold links that are as good as a password.
  app.use((_req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    next();
  });
  const wanted = (to: unknown) => (typeof to === 'string' && to !== '' ? to.trim() : undefined);
  app.get('/livez', (_req, res) => void res.json({ live: true }));
  app.get('/', (req, res) => {
    const to = wanted(req.query['to']);
    res.type('html').send(mailboxPage(mailbox.mails(to), to));
  });
  app.get('/_sandbox/mails', (req, res) => void res.json({ mails: mailbox.mails(wanted(req.query['to'])) }));
  app.post('/_sandbox/faults', express.json(), (req, res) => {
    const faults = Faults.safeParse(req.body);
    if (!faults.success) {
      res.status(400).json({ error: z.prettifyError(faults.error) });
      return;
    }
    smtp.refuseNext(faults.data.refuseNext);
    res.json(faults.data);
  });
  return app;
}
