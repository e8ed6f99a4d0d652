import type { Received, Topic } from '@daka/contracts';
import type { Follows, Handled } from './types';

/** The topics that have handlers. */
export function topicsOf(follows: Follows): Topic[] {
  return Object.keys(follows) as Topic[]; // Follows has no other keys
}

/** Hands each message to the handler of its topic and type. */
export function dispatch(follows: Follows): (received: Received) => Promise<Handled> {
  return (received) => {
    // Topic and type of a message agree with the place of its handler in the map; the compiler cannot follow two look-ups by name.
    const handlers = follows[received.topic] as Record<string, (received: Received) => Promise<Handled>> | undefined;
    const handle = handlers?.[received.type];
    if (!handle) throw new Error(`nobody follows ${received.type} on ${received.topic}`);
    return handle(received);
  };
}
