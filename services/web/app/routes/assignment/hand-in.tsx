import { characterCount } from '@daka/rules';
import { useState } from 'react';
import { api } from '../../api/client';
import { assignmentQuery, type HandedIn, handedInQuery, todayQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { type Attached, NOTHING } from '../../features/files/attached';
import { forgetMedia, HomeworkPictures } from '../../features/files/lazily';
import { useDraft } from '../../features/draft/use-draft';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';
import { Muted } from '../../ui/words';
import { useServerDraft } from './server-draft';

interface HandInProps {
  enrolmentId: string;
  assignmentId: string;
  mostPictures: number;
  handedIn: HandedIn;
}

/** The next version, handed in once. The number of the version is its Idempotency-Key, so that no tap and no lost answer makes two. */
export function HandIn(props: HandInProps) {
  const text = useText();
  switch (props.handedIn?.status) {
    case 'accepted':
      return <Muted>{text('homework.closed')}</Muted>;
    case 'commented':
      return <Muted>{text('homework.answered')}</Muted>;
    default:
      return <Write {...props} />;
  }
}

function Write({ enrolmentId, assignmentId, mostPictures, handedIn }: HandInProps) {
  const text = useText();
  const kept = useDraft(`homework:${assignmentId}`);
  const { draft, state, write, clear } = kept;
  const server = useServerDraft(assignmentId, kept);
  const version = (handedIn?.version ?? 0) + 1;
  const [{ pictures, isComing }, setAttached] = useState<Attached>(NOTHING);
  const mediaId = `${enrolmentId}:${assignmentId}`;
  const { take, isBusy, problem } = useAct(
    async () => {
      await api.homework.POST('/assignments/{assignmentId}/submissions', {
        params: { path: { assignmentId }, header: { 'Idempotency-Key': `homework:${assignmentId}:v${version}` } },
        body: { enrolmentId, markdown: draft, ...(pictures.length > 0 && { pictures: [...pictures] }) },
      });
      await clear();
      if (mostPictures > 0) await forgetMedia(mediaId);
    },
    {
      refused: {
        idempotency_key_reused: 'homework.arrived',
        too_long: 'homework.tooLong',
        // Both come with the pictures, whose texts are here by then.
        file_not_there: 'media.notThere',
        files_not_accepted: 'media.notTaken',
      },
      unreachable: 'homework.failed',
      renews: [handedInQuery(assignmentId).queryKey, assignmentQuery(assignmentId).queryKey, todayQuery.queryKey],
    },
  );
  const stateText = server.kept === 'kept' ? text('draft.everywhere') : text(`draft.${state}`);
  return (
    <>
      {handedIn?.status === 'submitted' && <Muted>{text('homework.waits')}</Muted>}
      {server.kept === 'elsewhere' && <Elsewhere onTake={server.takeTheirs} />}
      <LongField
        label={text(version === 1 ? 'homework.write' : 'homework.rewrite')}
        value={draft}
        onChange={write}
        isDisabled={state === 'loading'}
        note={draft === '' ? '' : `${stateText} · ${text('editor.count', { count: characterCount(draft) })}`}
      />
      {mostPictures > 0 && (
        <HomeworkPictures
          key={version}
          {...{ enrolmentId, assignmentId }}
          id={mediaId}
          most={mostPictures}
          earlier={handedIn?.versions.at(-1)?.pictures ?? []}
          onChange={setAttached}
        />
      )}
      <Problem problem={problem} />
      <Button onPress={take} isDisabled={isBusy || isComing || draft.trim() === ''}>
        {text(isBusy ? 'homework.sending' : 'homework.handIn')}
      </Button>
    </>
  );
}

function Elsewhere({ onTake }: { onTake(): void }) {
  const text = useText();
  return (
    <Card tone="info" live>
      <p>{text('draft.elsewhere')}</p>
      <Button quiet small onPress={onTake}>
        {text('draft.takeTheirs')}
      </Button>
    </Card>
  );
}
