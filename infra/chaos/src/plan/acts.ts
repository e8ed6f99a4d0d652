import type { Random } from '@daka/service-kit/testing';

/** Processes that can be killed or frozen. */
export type Part = 'membership' | 'payment' | 'checkin' | 'homework' | 'web' | 'sandbox' | 'mongo' | 'kafka';
/** Connections that go through a proxy of ours. */
export const LINKS = [
  'front',
  'stripe',
  'webhooks',
  'kafka',
  'mongo-membership',
  'mongo-payment',
  'mongo-checkin',
  'mongo-homework',
] as const;
export type Link = (typeof LINKS)[number];
/** `swallow` loses what is answered, `lose` what is asked, `half_open` both; after `cut` nobody gets through at all. */
export type Trouble = 'cut' | 'delay' | 'swallow' | 'lose' | 'half_open';

/** One thing that goes wrong. A new kind is a new member here, a weight below and a performer in faults/perform.ts. */
export type Act =
  | { type: 'kill'; part: Part }
  | { type: 'freeze'; part: Part; forMs: number }
  | { type: 'network'; link: Link; trouble: Trouble; forMs: number }
  | { type: 'processor'; faults: ProcessorFaults; forMs: number }
  /** Copies of old messages in another order. */
  | { type: 'resend'; seed: number; share: number }
  /** Kafka is away for a while; what waits for it is then sent last first, before its sender can. */
  | { type: 'overtake'; forMs: number }
  /** The domain clock goes back, as one that is set right does. */
  | { type: 'clock_back'; byMs: number; forMs: number };

export const FAULTS = [
  'kill',
  'freeze',
  'network',
  'processor',
  'resend',
  'overtake',
  'clock_back',
] as const satisfies readonly Act['type'][];

/** As POST /_sandbox/faults takes them. */
export interface ProcessorFaults {
  seed: number;
  webhooks?: Record<string, number | boolean>;
  requests?: Record<string, number | boolean>;
  refunds?: Record<string, number>;
}

/** Begins when this many steps (of all people) have begun. */
export interface PlannedAct {
  atStep: number;
  act: Act;
}

/** What a domain clock is set back by at most. */
export const LONGEST_BACK_MS = 600_000;
const KILLED_OFTEN = ['membership', 'payment', 'payment', 'checkin', 'checkin', 'web', 'sandbox', 'homework'] as const;
const TROUBLES = ['cut', 'delay', 'swallow', 'lose', 'half_open'] as const;

/** Cheap faults in numbers, those that cost seconds now and then. */
export function planActs(random: Random, steps: number): PlannedAct[] {
  const acts = [
    ...Array.from({ length: random.between(5, 8) }, () => cheapAct(random)),
    ...Array.from({ length: random.between(0, 2) }, (): Act => ({ type: 'kill', part: random.pick(KILLED_OFTEN) })),
    ...(random.chance(0.25) ? [costlyAct(random)] : []),
  ];
  return acts
    .map((act) => ({ atStep: random.between(1, steps), act }))
    .sort((left, right) => left.atStep - right.atStep);
}

function cheapAct(random: Random): Act {
  const forMs = random.between(100, 1_200);
  switch (
    random.pick([
      'freeze',
      'network',
      'network',
      'network',
      'processor',
      'processor',
      'resend',
      'resend',
      'overtake',
      'clock_back',
    ] as const)
  ) {
    case 'freeze':
      return { type: 'freeze', part: random.pick([...KILLED_OFTEN, 'mongo', 'kafka']), forMs };
    case 'network':
      return { type: 'network', link: random.pick(LINKS), trouble: random.pick(TROUBLES), forMs };
    case 'processor':
      return { type: 'processor', faults: planProcessorFaults(random), forMs: forMs * 3 };
    case 'resend':
      return { type: 'resend', seed: random.between(1, 1_000_000), share: random.pick([0.1, 0.5, 1]) };
    case 'overtake':
      return { type: 'overtake', forMs };
    case 'clock_back':
      return { type: 'clock_back', byMs: random.between(1_000, LONGEST_BACK_MS), forMs };
  }
}

/** A frozen consumer outlives its session: another takes over, and then it thaws. */
function costlyAct(random: Random): Act {
  return random.pick<Act>([
    { type: 'kill', part: 'kafka' },
    { type: 'kill', part: 'mongo' },
    { type: 'kill', part: 'mongo' },
    { type: 'freeze', part: random.pick(['payment', 'membership', 'checkin'] as const), forMs: 8_000 },
  ]);
}

function planProcessorFaults(random: Random): ProcessorFaults {
  const seed = random.between(1, 1_000_000);
  const every = () => random.between(2, 5);
  return random.pick<ProcessorFaults>([
    { seed, webhooks: { off: true } },
    { seed, webhooks: { copies: 3, reverseWindow: 5, reverseWaitMs: 150 } },
    { seed, webhooks: { lossProbability: 0.5, delayMs: 300 } },
    { seed, requests: { rateLimitEvery: every(), lockTimeoutEvery: every() } },
    { seed, requests: { keyInUseEvery: every(), latencyMs: 100 } },
    { seed, requests: { serverErrorEvery: every() } },
    { seed, requests: { lostAnswerEvery: every() } },
    { seed, refunds: { pendingMs: 700, failEvery: every() } },
  ]);
}
