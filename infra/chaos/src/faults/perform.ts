import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from '../plan/acts';
import { seededRandom } from '@daka/service-kit/testing';
import type { DomainClock } from '../run/domain-clock';
import type { World } from '../world/start';

/** What acts need to know of the schedule that they disturb. */
export interface Surroundings {
  clock: DomainClock;
  /** Messages heard before this schedule began. */
  heardBefore: number;
}

const MOST_COPIES = 200;

/** Does one act, from its beginning to its end. */
export async function perform(world: World, act: Act, { clock, heardBefore }: Surroundings): Promise<void> {
  const { system, proxies, processor } = world;
  switch (act.type) {
    case 'kill':
      await system.kill(act.part);
      return system.untilReady(act.part);
    case 'freeze':
      await system.kill(act.part, 'SIGSTOP');
      await sleep(act.forMs);
      return system.kill(act.part, 'SIGCONT');
    case 'network':
      return during(
        act.forMs,
        () => proxies[act.link].trouble(act.trouble),
        () => proxies[act.link].heal(),
      );
    case 'processor':
      await processor.setFaults(act.faults);
      await sleep(act.forMs);
      return processor.setFaults(null);
    case 'resend':
      return resend(world, act, heardBefore);
    case 'overtake':
      return overtake(world, act.forMs);
    case 'clock_back':
      return during(
        act.forMs,
        () => clock.back(act.byMs),
        () => clock.back(0),
      );
    default:
      return act satisfies never;
  }
}

async function during(forMs: number, begin: () => void, end: () => void): Promise<void> {
  begin();
  await sleep(forMs);
  end();
}

/** Every consumer meets what it has dealt with once more, among what is new and in no order. */
async function resend(
  { listener }: World,
  { seed, share }: { seed: number; share: number },
  heardBefore: number,
): Promise<void> {
  const random = seededRandom(seed);
  const chosen = listener.since(heardBefore).filter(() => random.chance(share));
  await listener.say(random.shuffle(chosen).slice(0, MOST_COPIES));
}

/** While services cannot reach Kafka, we say what they have to say, in the wrong order. */
async function overtake({ proxies, reader, listener }: World, forMs: number): Promise<void> {
  proxies.kafka.trouble('cut');
  try {
    await sleep(forMs);
    await listener.say(await reader.unsent());
  } finally {
    proxies.kafka.heal();
  }
}
