import { setTimeout as sleep } from 'node:timers/promises';
import { signUp, startOrganisation, type Account, type Client } from '@daka/replay';
import { MOST_PEOPLE } from '../plan/people';
import { ARBITER, type World } from '../world/start';
import type { Cast } from './play';

export type Organisers = Pick<Cast, 'owner' | 'organisationId'>;

const PASSWORD = 'a password for the storm';
/** Until payment has heard of an organisation, and of its account. */
const KNOWN_TRIES = 200;
const KNOWN_EVERY_MS = 200;

/** Who takes part in all schedules. */
export async function gatherCast(world: World, client: Client): Promise<Omit<Cast, keyof Organisers>> {
  world.system.setClock('2026-02-01T00:00:00Z');
  const accounts = Array.from({ length: MOST_PEOPLE }, (_, index) =>
    accountOf(`learner-${index + 1}`, `Learner ${index + 1}`),
  );
  const judge = await signUp(client, accountOf('judge', 'Judge'));
  return { client, judge, arbiter: await signUp(client, ARBITER), accounts };
}

/** With an account of its own, so that money goes out to it too. */
export async function foundOrganisation({ processor }: World, client: Client, slot: number): Promise<Organisers> {
  const organisers = await startOrganisation(client, accountOf(`owner-${slot}`, 'Owner'), `Chaos from ${slot} on`);
  const path = `/api/payment/organisations/${organisers.organisationId}/stripe-account`;
  for (let tries = 0; tries < KNOWN_TRIES; tries += 1) {
    const { status, body } = await organisers.owner.send({ method: 'POST', path, body: {} });
    const { url } = (body ?? {}) as { url?: string | null };
    if (status === 200 && url) await processor.onboard(url);
    if (status === 200 && url === null) return organisers;
    await sleep(KNOWN_EVERY_MS);
  }
  throw new Error('payment does not know of the organisation');
}

function accountOf(name: string, displayName: string): Account {
  return { email: `${name}@chaos.example`, password: PASSWORD, displayName, timeZone: 'Asia/Shanghai' };
}
