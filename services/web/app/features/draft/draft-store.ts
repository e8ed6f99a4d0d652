import { createStore, del, get, keys, set, type UseStore } from 'idb-keyval';

/** An enrolment and a day, as the check-in keeps it. */
const OF_A_DAY = /^[\da-f-]{36}:(\d{4}-\d\d-\d\d)$/;

let made: UseStore | undefined;
const drafts = (): UseStore => (made ??= createStore('daka-drafts', 'drafts'));

/** Reads a draft; empty: there is none. @throws where the browser keeps nothing. */
export async function readDraft(key: string): Promise<string> {
  return (await get<string>(key, drafts())) ?? '';
}

/** Keeps a draft on this device; an empty one is taken away. @throws where the browser keeps nothing. */
export async function keepDraft(key: string, text: string): Promise<void> {
  await (text === '' ? del(key, drafts()) : set(key, text, drafts()));
}

/** The drafts of days that are kept on this device, the last day first. @throws where the browser keeps nothing. */
export async function draftsOfDays(): Promise<{ key: string; day: string }[]> {
  const known = await keys<string>(drafts());
  return known
    .flatMap((key) => {
      const day = OF_A_DAY.exec(key)?.[1];
      return day === undefined ? [] : [{ key, day }];
    })
    .sort((one, other) => other.day.localeCompare(one.day));
}
