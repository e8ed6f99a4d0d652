import type { Draft } from '../../features/class-draft/draft';

export interface KeptDraft {
  draft: Partial<Draft>;
  /** When, by this device's clock. */
  at: string;
}

/** A reader's own, also where several share the device. */
export const keptKey = (readerId: string, what: string): string => `class:${readerId}:${what}`;

/** Null: nothing was kept, or nothing that can be read. */
export function readKept(kept: string): KeptDraft | null {
  try {
    const { draft, at }: Partial<KeptDraft> = JSON.parse(kept);
    return typeof draft === 'object' && typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? { draft, at } : null;
  } catch {
    return null;
  }
}

/** What was kept, over what is stored: an earlier release may have had fields of another kind, or lacked some. */
export function putBack({ draft }: KeptDraft, stored: Draft): Draft {
  const known = Object.entries(stored).filter(([key, value]) => isAlike(draft[key as keyof Draft], value));
  return { ...stored, ...Object.fromEntries(known.map(([key]) => [key, draft[key as keyof Draft]])) };
}

function isAlike(kept: unknown, stored: unknown): boolean {
  return typeof kept === typeof stored && Array.isArray(kept) === Array.isArray(stored);
}
