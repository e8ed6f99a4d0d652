import { iso, type membershipHttp } from '@daka/contracts';
import type { z } from 'zod';
import type { Ports, StoredAct } from '../../ports';
import { byTime } from './pages';

export type ShowsActs = Pick<Ports, 'accounts' | 'cohorts'>;
type Reader = { accountId: string } | 'the platform';
type Names = ReadonlyMap<string, string>;

/** A page of acts, with what people and cohorts are called today. */
export async function actsPage(
  found: readonly StoredAct[],
  query: z.output<typeof byTime.query>,
  { accounts, cohorts }: ShowsActs,
  reader: Reader,
): Promise<z.infer<typeof membershipHttp.ActPage>> {
  const people = found.flatMap(({ by, about }) => [by?.accountId ?? null, about]).filter((id) => id !== null);
  const cohortIds = found.map(({ cohortId }) => cohortId).filter((id) => id !== null);
  const names = await accounts.displayNames([...new Set(people)]);
  const titles = new Map(
    (await cohorts.withIds([...new Set(cohortIds)])).map(({ cohortId, content }) => [cohortId, content.title]),
  );
  return byTime.page(
    found,
    query,
    ({ atMs, id }) => [atMs, id],
    (act) => actBody(act, { names, titles, reader }),
  );
}

function actBody(
  { id, atMs, act, by, about, organisationId, cohortId, role, device }: StoredAct,
  { names, titles, reader }: { names: Names; titles: Names; reader: Reader },
): z.infer<typeof membershipHttp.ActBody> {
  const person = (accountId: string) => ({ accountId, displayName: names.get(accountId) ?? '' });
  // Whoever declines stays as unknown to who invited as they were.
  const isHidden = act === 'invitation_declined' && reader !== 'the platform' && by?.accountId !== reader.accountId;
  const seen = isHidden ? null : by;
  return {
    id,
    at: iso(atMs),
    act,
    by: seen && person(seen.accountId),
    sessionId: seen?.sessionId ?? null,
    device,
    about: about === null ? null : person(about),
    organisationId,
    cohort: cohortId === null ? null : { id: cohortId, title: titles.get(cohortId) ?? '' },
    role,
  };
}
