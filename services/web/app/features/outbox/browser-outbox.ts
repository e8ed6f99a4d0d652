import { api, bodyOf } from '../../api/client';
import { given } from '../../api/given';
import { isRefusal, isTemporary, Refusal } from '../../api/refusal';
import { createIndexedDbStore } from './indexed-db-store';
import { createOutbox, type Outbox, type OutboxItem, type Sent } from './outbox';
import { withFallback } from './with-fallback';

export type EntryReceipt = Awaited<ReturnType<typeof postEntry>>;

/** A check-in that the server has taken, and its text. */
export interface Arrived {
  receipt: EntryReceipt;
  text: string;
}

const LOCK = 'daka-outbox';
const CHANNEL = 'daka-outbox';
const AGAIN_MS = 5_000;
/** A network that swallows requests must not keep the lock from other tabs; the key makes a second attempt harmless. */
const ATTEMPT_MS = 20_000;

let items: readonly OutboxItem[] = [];
let arrived: readonly Arrived[] = [];
let isSignedOut = false;
const listeners = new Set<() => void>();

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

/** This browser's outbox: in IndexedDB, sent by one tab at a time, tried again when the network is back and every few seconds. */
export const outbox: Outbox = createOutbox<EntryReceipt>({
  store: withFallback(createIndexedDbStore()),
  send,
  alone: (work) => ('locks' in navigator ? navigator.locks.request(LOCK, work) : work()),
  newKey: () => crypto.randomUUID(),
  onSent: ({ text }, receipt) => {
    arrived = [...arrived, { receipt, text }];
    tellOtherTabs({ receipt, text });
  },
  onChange: () => {
    void reread();
    tellOtherTabs(null);
  },
});

/** Begins to send what earlier pages left. Answers its stop. */
export function startOutbox(): () => void {
  const again = (): void => void outbox.flush();
  const heard = ({ data }: MessageEvent<Arrived | null>): void => {
    if (data !== null) arrived = [...arrived, data];
    void reread();
  };
  const timer = setInterval(() => {
    if (items.some(({ refusal }) => refusal === null)) again();
  }, AGAIN_MS);
  addEventListener('online', again);
  document.addEventListener('visibilitychange', again);
  channel?.addEventListener('message', heard);
  void reread().then(again);
  return () => {
    clearInterval(timer);
    removeEventListener('online', again);
    document.removeEventListener('visibilitychange', again);
    channel?.removeEventListener('message', heard);
  };
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export const itemsNow = (): readonly OutboxItem[] => items;
/** What was seen to arrive since this page was opened, in any tab. */
export const arrivedNow = (): readonly Arrived[] => arrived;
/** The last attempt found nobody signed in. */
export const isSignedOutNow = (): boolean => isSignedOut;

/** null: something changed that is in the store. */
function tellOtherTabs(news: Arrived | null): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin and takes no target
  channel?.postMessage(news);
}

async function reread(): Promise<void> {
  items = await outbox.all();
  tellListeners();
}

function tellListeners(): void {
  for (const listener of listeners) listener();
}

async function send(item: OutboxItem): Promise<Sent<EntryReceipt>> {
  const sent = await attempt(item);
  const wasSignedOut = isSignedOut;
  isSignedOut = sent === 'signed_out';
  if (isSignedOut !== wasSignedOut) tellListeners();
  return sent === 'signed_out' ? 'later' : sent;
}

async function attempt(item: OutboxItem): Promise<Sent<EntryReceipt> | 'signed_out'> {
  try {
    return { receipt: await postEntry(item) };
  } catch (error) {
    if (isTemporary(error) || isRefusal(error, 'request_in_progress')) return 'later';
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 401) return 'signed_out';
    if (error.status === 403 || error.status === 404) return 'not_mine';
    return { refused: error.code };
  }
}

async function postEntry({ enrolmentId, day, text, pictures, voice, key, onTimeOnly = false }: OutboxItem) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ATTEMPT_MS);
  try {
    return await bodyOf(
      api.checkin.POST('/enrolments/{enrolmentId}/entries', {
        params: { path: { enrolmentId }, header: { 'Idempotency-Key': key } },
        body: { day, text, onTimeOnly, ...given({ pictures, voice }) },
        signal: controller.signal,
      }),
    );
  } finally {
    clearTimeout(timer);
  }
}
