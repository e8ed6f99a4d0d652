import type { MediaItem } from './store';

/** What has arrived of what is being added, by the names that the server gave. */
export function arrivedOf(items: readonly MediaItem[]): string[] {
  return items.flatMap(({ status, fileId }) => (status === 'ready' && fileId !== null ? [fileId] : []));
}

/** Whether more is under way. */
export function areComing(items: readonly MediaItem[]): boolean {
  return items.some(({ status }) => status !== 'ready' && status !== 'refused');
}
