import { characterCount } from '@daka/rules';
import { useState } from 'react';
import { api } from '../../api/client';
import { type Assignment, assignmentQuery, type HandedIn, handedInQuery, todayQuery } from '../../api/queries';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { forgetMedia, HandInFiles } from '../../features/files/lazily';
import { useDraft } from '../../features/draft/use-draft';
import { useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { LongField } from '../../ui/field';
import { Muted } from '../../ui/words';
import type { Added } from '../../features/media/hand-in-files';
import { useServerDraft } from './server-draft';

interface HandInProps {
  enrolmentId: string;
  assignment: Assignment;
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

function Write({ enrolmentId, assignment, handedIn }: HandInProps) {
  const text = useText();
  const { id: assignmentId, mostPictures, mostAttachments } = assignment;
  const takesFiles = mostPictures + mostAttachments > 0;
  const kept = useDraft(`homework:${assignmentId}`);
  const { draft, state, write, clear } = kept;
  const server = useServerDraft(assignmentId, kept);
  const version = (handedIn?.version ?? 0) + 1;
  const [{ isComing, ...files }, setAdded] = useState<Added>({ isComing: false });
  const mediaId = `${enrolmentId}:${assignmentId}`;
  const { take, isBusy, problem } = useAct(
    async () => {
      await api.homework.POST('/assignments/{assignmentId}/submissions', {
        params: { path: { assignmentId }, header: { 'Idempotency-Key': `homework:${assignmentId}:v${version}` } },
        body: { enrolmentId, markdown: draft, ...files },
      });
      await clear();
      if (takesFiles) await forgetMedia(mediaId);
    },
    {
      refused: {
        idempotency_key_reused: 'homework.arrived',
        too_long: 'homework.tooLong',
        // These come with files, whose texts are here by then.
        file_not_there: 'media.notThere',
        file_too_large: 'media.tooMuch',
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
      {takesFiles && (
        <HandInFiles
          key={version}
          {...{ enrolmentId, assignment }}
          id={mediaId}
          earlier={handedIn?.versions.at(-1)}
          onChange={setAdded}
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
