import { inParallel } from '@daka/service-kit';

const PAGE = 256;
/** So many at once that their writes share transactions. */
const CONCURRENCY = 64;

/** Acts on every id of a list, page by page in its order. False: the run was ended before the last page. */
export async function throughAll(
  pageAfter: (afterId: string | null, limit: number) => Promise<string[]>,
  act: (id: string) => Promise<unknown>,
  signal: AbortSignal,
): Promise<boolean> {
  for (let page = await pageAfter(null, PAGE); page.length > 0; page = await pageAfter(page.at(-1) ?? null, PAGE)) {
    if (signal.aborted) return false;
    await inParallel(page, CONCURRENCY, act);
  }
  return true;
}
