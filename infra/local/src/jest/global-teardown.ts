import { stopTestServers } from './global-setup';

/** The end of every jest run that had servers. */
export default async function globalTeardown(): Promise<void> {
  await stopTestServers();
}
