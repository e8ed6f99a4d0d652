import { useEffect, useState } from 'react';
import { draftsOfDays } from '../draft/draft-store';
import { useDraft } from '../draft/use-draft';
import { useAllOutboxItems } from '../outbox/use-outbox';
import { useDates } from '../time/use-dates';
import { useText } from '../../texts/use-text';
import { LongField } from '../../ui/field';
import { Muted } from '../../ui/words';
import { OnItsWay } from './sending';

type Kept = Awaited<ReturnType<typeof draftsOfDays>>[number];

/** What this device keeps while nothing can be asked: drafts, to be written on, and texts on their way. Whether a day is still open is known only with a network. */
export function KeptOffline() {
  const text = useText();
  const [kept, setKept] = useState<readonly Kept[]>([]);
  useEffect(() => {
    // A browser that keeps nothing has nothing to show.
    void draftsOfDays().then(setKept, () => undefined);
  }, []);
  const waiting = useAllOutboxItems().filter(({ refusal }) => refusal === null);
  if (kept.length === 0 && waiting.length === 0) return null;
  return (
    <>
      <Muted>{text('offline.kept')}</Muted>
      {waiting.map((item) => (
        <OnItsWay key={`${item.enrolmentId}:${item.day}`} item={item} />
      ))}
      {kept.map(({ key, day }) => (
        <KeptDraft key={key} draftKey={key} day={day} />
      ))}
    </>
  );
}

function KeptDraft({ draftKey, day }: { draftKey: string; day: string }) {
  const text = useText();
  const dates = useDates('UTC'); // a plan day is the same in all zones
  const { draft, state, write } = useDraft(draftKey);
  return (
    <LongField
      label={text('offline.draft', { day: dates.dayAndWeekday(day) })}
      value={draft}
      onChange={write}
      isDisabled={state === 'loading'}
      note={draft === '' ? '' : text(`draft.${state}`)}
    />
  );
}
