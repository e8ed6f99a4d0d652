import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Problem } from '../../features/act/problem';
import { useAct } from '../../features/act/use-act';
import { StaffPage } from '../../features/staff-page/staff-page';
import { type TextId, useText } from '../../texts/use-text';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Muted } from '../../ui/words';
import { type Checked, checkList, sendList } from './ask';
import { readList } from './read-file';
import { Invited, invitedQuery } from './invited';
import { Problems, Report } from './report';

/** Inviting a list of people to apply: a file, what is wrong with its lines, and then a letter to each. */
export function ImportPage() {
  const text = useText();
  const { cohortId } = useParams({ from: '/cohorts/$cohortId/import' });
  return (
    <StaffPage cohortId={cohortId} title={text('import.title')}>
      {({ own: { role }, timeZone }) =>
        role === 'owner' || role === 'class_head' ? (
          <>
            <Import cohortId={cohortId} />
            <Invited cohortId={cohortId} timeZone={timeZone} />
          </>
        ) : (
          <Muted>{text('requests.notYours')}</Muted>
        )
      }
    </StaffPage>
  );
}

const REFUSED = {
  cohort_not_open: 'import.closed',
  import_changed: 'import.changed',
  lines_wrong: 'import.changed',
  invalid_request: 'import.tooLarge',
  too_many_attempts: 'account.tooMany',
} as const satisfies Readonly<Record<string, TextId>>;

function Import({ cohortId }: { cohortId: string }) {
  const text = useText();
  const { choose, file, check, send, problem, list, sent } = useImport(cohortId);
  return (
    <>
      <Card>
        <p>{text('import.what')}</p>
        <Muted>{text('import.how')}</Muted>
        <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={choose}>
          <Button quiet>{text('import.file')}</Button>
        </FileTrigger>
        {file !== null && <p role="status">{file}</p>}
        <Button quiet onPress={check.take} isDisabled={file === null || check.isBusy}>
          {text('import.check')}
        </Button>
        <div role="status">
          {check.isBusy && <Muted>{text('import.checking')}</Muted>}
          {sent !== null && <p>{text('import.sent', { count: sent })}</p>}
        </div>
      </Card>
      <Problem problem={problem === null ? (check.problem ?? send.problem) : text(problem)} />
      {list !== null && (
        <>
          {list.isGbk && (
            <Card tone="attention">
              <p>{text('import.gbk')}</p>
            </Card>
          )}
          {list.checked.problems.length > 0 ? (
            <Problems problems={list.checked.problems} />
          ) : (
            <Report checked={list.checked} isBusy={send.isBusy} send={send.take} />
          )}
        </>
      )}
    </>
  );
}

/** A file, what was found in it, and what was sent. */
function useImport(cohortId: string) {
  const [file, setFile] = useState<File | null>(null);
  const [list, setList] = useState<{ csv: string; isGbk: boolean; checked: Checked } | null>(null);
  const [problem, setProblem] = useState<TextId | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const begin = (chosen: File | null): void => {
    setFile(chosen);
    setList(null);
    setProblem(null);
    setSent(null);
  };
  const check = useAct(
    async () => {
      begin(file);
      const read = file && (await readList(file));
      const isEmpty = read?.text.trim() === '';
      if (!read || isEmpty) setProblem(isEmpty ? 'import.empty' : 'import.tooLarge');
      else setList({ csv: read.text, isGbk: read.isGbk, checked: await checkList(cohortId, read.text) });
    },
    { refused: REFUSED, renews: [] },
  );
  const send = useAct(
    async (key) => {
      if (list === null) return;
      const done = await sendList(cohortId, { csv: list.csv, digest: list.checked.digest }, key);
      setSent(done.invited.length);
      setList(null);
    },
    { refused: REFUSED, renews: [invitedQuery(cohortId).queryKey] },
  );
  const choose = (files: FileList | null): void => begin(files?.[0] ?? null);
  return { choose, file: file?.name ?? null, check, send, problem, list, sent };
}
