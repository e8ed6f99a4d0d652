import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import mongoose from 'mongoose';

/** The baseline as a process of its own, on the same database server as what is measured beside it. */
export interface Bare {
  url: string;
  pid: number;
  /** The same through a bare proxy, which is a process too. */
  proxyUrl: string;
  /** Documents that `GET /documents/:id` finds by `_id`. */
  keep(documents: readonly ({ _id: string } & Record<string, unknown>)[]): Promise<void>;
  stop(): void;
}

export async function startBare(mongoUrl: string): Promise<Bare> {
  const child = fork(join(__dirname, 'bare-server.js'), { env: { ...process.env, MONGO_URL: mongoUrl } });
  const url = await urlOf(child);
  const proxy = fork(join(__dirname, 'bare-proxy.js'), { env: { ...process.env, TARGET: url } });
  return {
    url,
    pid: Number(child.pid),
    proxyUrl: await urlOf(proxy),
    async keep(documents) {
      const connection = await mongoose.createConnection(mongoUrl, { dbName: 'bare' }).asPromise();
      await connection.collection<{ _id: string }>('documents').insertMany([...documents]);
      await connection.close();
    },
    stop() {
      proxy.disconnect();
      child.disconnect();
    },
  };
}

function urlOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('message', ({ port }: { port: number }) => resolve(`http://127.0.0.1:${port}`));
    child.once('error', reject);
  });
}
