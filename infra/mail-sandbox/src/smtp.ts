import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { Mailbox } from './mailbox';

export interface Smtp {
  port: number;
  /** So many of the next mails are refused for now, as a busy server does. */
  refuseNext(count: number): void;
  stop(): Promise<void>;
}

type Envelope = Parameters<Mailbox['receive']>[1];

const MOST_BYTES = 1_000_000;
const STOP_WITHIN_MS = 2_000;

/** Takes mail for everybody, without TLS and without a password. */
export async function startSmtp(mailbox: Mailbox, { host, port }: { host: string; port: number }): Promise<Smtp> {
  let toRefuse = 0;

  async function take(stream: SMTPServerDataStream, envelope: Envelope): Promise<Error | null> {
    try {
      const source = await read(stream);
      if (toRefuse === 0) {
        await mailbox.receive(source, envelope);
        return null;
      }
      toRefuse -= 1;
      return Object.assign(new Error('busy, try again later'), { responseCode: 451 });
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: MOST_BYTES,
    closeTimeout: STOP_WITHIN_MS,
    async onData(stream, { envelope: { mailFrom, rcptTo } }, done) {
      const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) };
      done(await take(stream, envelope));
    },
  });
  // A client that goes away in the middle is its own affair.
  server.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    // It listens on TCP, so its address is not a path.
    port: (server.server.address() as AddressInfo).port,
    refuseNext(count) {
      toRefuse = count;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
