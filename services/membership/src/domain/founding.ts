import type { Outbound } from '@daka/contracts';

/** That an organisation was founded, as far as others have been told. */
export interface Founding {
  organisationId: string;
  ownerId: string;
}

export type FoundingEvent = { type: 'founded' } & Founding;

/** Said once; an organisation and who answers for it never change. */
export function tellFounding(founding: Founding | null, of: Founding): FoundingEvent[] {
  return founding === null ? [{ type: 'founded', ...of }] : [];
}

export function evolveFounding(_founding: Founding | null, { type: _, ...founding }: FoundingEvent): Founding {
  return founding;
}

export function foundingMessages({ organisationId, ownerId }: FoundingEvent): Outbound<'membership.organisation'>[] {
  const data = { organisationId, ownerId };
  return [{ topic: 'membership.organisation', type: 'membership.organisation-founded.v1', data }];
}
