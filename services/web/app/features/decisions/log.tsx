import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { type DecisionPage, type DecisionsQuery, proofQuery, type PublicProof } from '../../api/queries';
import { useText } from '../../texts/use-text';
import { Card } from '../../ui/card';
import { Lines } from '../../ui/lines';
import { Muted } from '../../ui/words';
import { Asked } from '../asked/asked';
import { More } from '../asked/more';
import { Faults } from '../proof/faults';
import { useDates } from '../time/use-dates';
import { Entry } from './entry';

interface LogProps {
  query: DecisionsQuery;
  organisationId: string;
  timeZone: string;
  /** The reader's own number; null: they are no member. */
  ownNumber: number | null;
}

/**
 * The decision log of a cohort, checked on this device: each entry by its hash and the one before, and the whole by the days that were
 * proven. The days are asked for first, so that none of them knows more than an honest log that was read after them.
 */
export function DecisionLog({ query, organisationId, timeZone, ownNumber }: LogProps) {
  const text = useText();
  const dates = useDates(timeZone);
  const proof = useQuery({ ...proofQuery(organisationId), refetchOnWindowFocus: false });
  const log = useInfiniteQuery({ ...query, enabled: !proof.isPending });
  return (
    <Asked query={log}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        return (
          <>
            <Checked pages={pages} proof={proof.data ?? null} />
            {items.length === 0 ? (
              <Muted>{text('decisions.noneYet')}</Muted>
            ) : (
              <Card title={text('decisions.entries')}>
                <Lines>
                  {items.map((entry) => (
                    <Entry key={entry.seq} entry={entry} dates={dates} ownNumber={ownNumber} />
                  ))}
                </Lines>
                <More query={log} />
              </Card>
            )}
          </>
        );
      }}
    </Asked>
  );
}

interface CheckedProps {
  pages: DecisionPage[];
  /** Null: it could not be read. */
  proof: PublicProof | null;
}

/** What the check came to, the head that it came to, and what of it was proven. */
function Checked({ pages, proof }: CheckedProps) {
  const text = useText();
  const dates = useDates('UTC');
  const { data } = useQuery({
    queryKey: ['checked-log', pages, proof],
    staleTime: Infinity,
    queryFn: async () => (await import('../proof/check')).checkLog(pages, proof),
  });
  const last = pages.at(-1)?.items.at(-1);
  return (
    <Card title={text('decisions.check')}>
      <Muted>{text('decisions.checkNote')}</Muted>
      {data === undefined ? (
        <Muted>{text('proof.checking')}</Muted>
      ) : (
        <>
          <Faults faults={data.faults} fine={text('decisions.fine')} faulty={text('decisions.faulty')} />
          <Muted>{provenText(data.proven)}</Muted>
        </>
      )}
      {last !== undefined && (
        <Muted>
          {text('decisions.head', { count: last.seq })} <code>{last.hash.slice(0, 16)}</code>
        </Muted>
      )}
    </Card>
  );

  function provenText(proven: { day: string; length: number } | null): string {
    if (proof === null) return text('decisions.proofAway');
    if (proven === null) return text('decisions.unproven');
    return text('decisions.proven', { day: dates.day(proven.day), count: proven.length });
  }
}
