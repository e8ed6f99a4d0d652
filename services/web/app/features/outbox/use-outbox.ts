import { useSyncExternalStore } from 'react';
import { type Arrived, arrivedNow, isSignedOutNow, itemsNow, subscribe } from './browser-outbox';
import type { OutboxItem } from './outbox';

/** What of this enrolment waits or was refused. */
export function useOutboxItems(enrolmentId: string): readonly OutboxItem[] {
  return useAllOutboxItems().filter((item) => item.enrolmentId === enrolmentId);
}

/** What waits or was refused, of whatever enrolment. */
export function useAllOutboxItems(): readonly OutboxItem[] {
  return useSyncExternalStore(subscribe, itemsNow);
}

/** What arrived while this page was open, from here or from another tab; the last first. */
export function useArrived(enrolmentId: string): readonly Arrived[] {
  return useSyncExternalStore(subscribe, arrivedNow)
    .filter(({ receipt }) => receipt.enrolmentId === enrolmentId)
    .reverse();
}

/** Whether what waits waits for a sign-in. */
export function useIsSignedOut(): boolean {
  return useSyncExternalStore(subscribe, isSignedOutNow);
}
