import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { todayQuery } from '../../api/queries';
import { type Attached, type Besides, NOTHING, suffices } from '../files/attached';
import { forgetMedia, Picker } from '../files/lazily';
import { outbox } from '../outbox/browser-outbox';
import { useArrived, useOutboxItems } from '../outbox/use-outbox';
import { useDraft } from '../draft/use-draft';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Editor } from './editor';
import { OnItsWay, Refused } from './sending';

interface CheckInProps {
  enrolmentId: string;
  day: string;
  minCharacters: number;
  besides: Besides | null;
  label: string;
  /** The day that runs: should the text arrive after its close, no make-up is used without asking. */
  onTimeOnly: boolean;
}

/** Writing for one day: the text while it is written, on its way, or refused. Whoever shows it learns of the receipt by the day's new state. */
export function CheckIn({ enrolmentId, day, minCharacters, besides, label, onTimeOnly }: CheckInProps) {
  const text = useText();
  const queries = useQueryClient();
  const { draft, state, write, clear } = useDraft(`${enrolmentId}:${day}`);
  const item = useOutboxItems(enrolmentId).find((one) => one.day === day);
  const [attached, setAttached] = useState<Attached>(NOTHING);
  const arrived = useArrived(enrolmentId).find(({ receipt }) => receipt.day === day);

  useEffect(() => {
    if (arrived === undefined) return;
    // Another tab may have sent another text; this one stays.
    if (draft.trim() === '' || draft === arrived.text) void clear();
    if (besides !== null) void forgetMedia(`${enrolmentId}:${day}`);
    void queries.invalidateQueries({ queryKey: todayQuery.queryKey });
    void queries.invalidateQueries({ queryKey: ['calendar', enrolmentId] });
    void queries.invalidateQueries({ queryKey: ['statement', enrolmentId] });
  }, [arrived]);

  if (item !== undefined && item.refusal === null) return <OnItsWay item={item} />;
  return (
    <>
      {item !== undefined && (
        <Refused item={item}>
          <Button
            quiet
            small
            onPress={() => {
              write(item.text);
              void outbox.take(item);
            }}
          >
            {text('refused.back')}
          </Button>
        </Refused>
      )}
      {item === undefined && (
        <Editor
          label={label}
          draft={draft}
          state={state}
          minCharacters={minCharacters}
          onWrite={write}
          added={besides && <Picker enrolmentId={enrolmentId} day={day} besides={besides} onChange={setAttached} />}
          isEnough={besides === null ? null : suffices(besides, attached) ? true : besides.text ? null : false}
          isComing={attached.isComing}
          onSend={() => void outbox.put({ enrolmentId, day, text: draft, onTimeOnly, ...filesOf(attached) })}
        />
      )}
    </>
  );
}

function filesOf({ pictures, voice }: Attached): { pictures?: string[]; voice?: string } {
  return { ...(pictures.length > 0 && { pictures: [...pictures] }), ...(voice !== null && { voice }) };
}
