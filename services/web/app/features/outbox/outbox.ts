/** A check-in on its way. One a day and enrolment: whatever is tapped, dropped or reloaded, it is sent under one key and counts once. */
export interface OutboxItem {
  enrolmentId: string;
  day: string;
  text: string;
  /** Files that have arrived before. */
  pictures?: string[];
  voice?: string;
  /** The Idempotency-Key of every attempt. */
  key: string;
  /** Written for the day that ran: when it arrives too late, its writer is asked before a make-up is used. Absent: kept by an earlier version of the app. */
  onTimeOnly?: boolean;
  /** Why the server did not take it; null: it waits to be sent. What was refused stays until its writer has seen it. */
  refusal: string | null;
}

/** Keeps what is to be sent, beyond the page's life, for all tabs. */
export interface OutboxStore {
  all(): Promise<OutboxItem[]>;
  /** Adds it unless that day has one that waits, in one step; answers what stands there now. */
  add(item: OutboxItem): Promise<OutboxItem>;
  refuse(item: OutboxItem, refusal: string): Promise<void>;
  remove(item: Pick<OutboxItem, 'enrolmentId' | 'day'>): Promise<void>;
}

export type Sent<Receipt> = { receipt: Receipt } | { refused: string } | 'later' | 'not_mine';

export type NewItem = Pick<OutboxItem, 'enrolmentId' | 'day' | 'text' | 'pictures' | 'voice'> & { onTimeOnly: boolean };

export interface OutboxParts<Receipt> {
  store: OutboxStore;
  /** One attempt. `later`: nobody knows whether it arrived, or it may not be sent now; `not_mine`: whoever is signed in cannot send it. */
  send(item: OutboxItem): Promise<Sent<Receipt>>;
  /** Runs it in one tab at a time. */
  alone(work: () => Promise<void>): Promise<void>;
  newKey(): string;
  onSent(item: OutboxItem, receipt: Receipt): void;
  /** After every change, here or in another tab. */
  onChange(): void;
}

export type Outbox = ReturnType<typeof createOutbox>;

/** Sends what was written, once, as soon as it can be. */
export function createOutbox<Receipt>({ store, send, alone, newKey, onSent, onChange }: OutboxParts<Receipt>) {
  async function flush(): Promise<void> {
    await alone(async () => {
      for (const item of await store.all()) {
        if (item.refusal !== null) continue;
        const sent = await send(item);
        if (sent === 'later') return; // the next would fare no better
        if (sent === 'not_mine') continue;
        if ('refused' in sent) await store.refuse(item, sent.refused);
        else {
          await store.remove(item);
          onSent(item, sent.receipt);
        }
        onChange();
      }
    });
  }

  return {
    flush,
    /** Kept first, then sent. The text of one that waits already stays: it may have arrived. */
    async put(item: NewItem): Promise<void> {
      await store.add({ ...item, key: newKey(), refusal: null });
      onChange();
      await flush();
    },
    async take(item: Pick<OutboxItem, 'enrolmentId' | 'day'>): Promise<void> {
      await store.remove(item);
      onChange();
    },
    all: () => store.all(),
  };
}
