import { iso, refuse, type Refused, unreachable } from '@daka/contracts';

/** So long a piece of work is one reviewer's, from the last sign of life on. */
export const CLAIM_MS = 30 * 60_000;
/** Nobody takes the whole queue. */
export const MAX_CLAIMS = 50;

/** Who works at what just now. */
export interface Claim {
  submissionId: string;
  reviewerId: string;
  untilMs: number;
}

/** All claims of a cohort: one document, so that a claim is one guarded write and one reviewer's can be counted. */
export interface ReviewDesk {
  claims: readonly Claim[];
}

export type DeskEvent = { type: 'claimed'; claim: Claim; atMs: number } | { type: 'released'; submissionId: string };

export function evolveDesk(desk: ReviewDesk | null, event: DeskEvent): ReviewDesk {
  const claims = desk?.claims ?? [];
  switch (event.type) {
    case 'claimed': {
      // Those that ran out go with the next one: a desk is never larger than what is worked at.
      const others = claims.filter(
        ({ submissionId, untilMs }) => untilMs > event.atMs && submissionId !== event.claim.submissionId,
      );
      return { claims: [...others, event.claim] };
    }
    case 'released':
      return { claims: claims.filter(({ submissionId }) => submissionId !== event.submissionId) };
    default:
      return unreachable(event, 'event of a review desk');
  }
}

/** A claim that still holds; null: the piece is free. */
export function claimOn(desk: ReviewDesk | null, submissionId: string, nowMs: number): Claim | null {
  return liveClaims(desk, nowMs).find((claim) => claim.submissionId === submissionId) ?? null;
}

export function liveClaims(desk: ReviewDesk | null, nowMs: number): readonly Claim[] {
  return (desk?.claims ?? []).filter(({ untilMs }) => untilMs > nowMs);
}

/** Who else works at it; null: nobody, so that this reviewer may answer. */
export function refuseClaimed(
  desk: ReviewDesk | null,
  { submissionId, reviewerId }: Omit<Claim, 'untilMs'>,
  nowMs: number,
): Refused<'claimed_by_other'> | null {
  const claim = claimOn(desk, submissionId, nowMs);
  if (claim === null || claim.reviewerId === reviewerId) return null;
  const until = iso(claim.untilMs);
  return refuse('claimed_by_other', `Somebody else works at it until ${until}.`, {
    extra: { reviewerId: claim.reviewerId, until },
  });
}

/** Takes a piece of work, or goes on with it: another time-out begins. */
export function claimWork(
  desk: ReviewDesk | null,
  wanted: Omit<Claim, 'untilMs'>,
  nowMs: number,
): Refused<'claimed_by_other' | 'too_many_claims'> | DeskEvent[] {
  const taken = refuseClaimed(desk, wanted, nowMs);
  if (taken) return taken;
  const mine = liveClaims(desk, nowMs).filter(
    ({ submissionId, reviewerId }) => reviewerId === wanted.reviewerId && submissionId !== wanted.submissionId,
  );
  if (mine.length >= MAX_CLAIMS) return refuse('too_many_claims', `At most ${MAX_CLAIMS} at once.`);
  return [{ type: 'claimed', claim: { ...wanted, untilMs: nowMs + CLAIM_MS }, atMs: nowMs }];
}

/** Gives a piece back. Somebody else's is left alone. */
export function releaseWork(
  desk: ReviewDesk | null,
  { submissionId, reviewerId }: Omit<Claim, 'untilMs'>,
): DeskEvent[] {
  const isMine = desk?.claims.some((claim) => claim.submissionId === submissionId && claim.reviewerId === reviewerId);
  return isMine === true ? [{ type: 'released', submissionId }] : [];
}
