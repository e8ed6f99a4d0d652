import { refuse, type Refused } from '@daka/contracts';
import { isEnough, MOST_PICTURES, type Offered } from '@daka/rules';
import type { Calendar, EntryFile, Run } from './calendar';

export type FileRefusal = 'files_not_accepted' | 'file_used';

/** What the rules count of files. */
export function countedFiles(files: readonly EntryFile[]): Pick<Offered, 'pictures' | 'voiceSeconds'> {
  const pictures = files.filter(({ kind }) => kind === 'picture').length;
  const voiceSeconds = files.reduce((sum, { seconds = 0 }) => sum + seconds, 0);
  return { ...(pictures > 0 && { pictures }), ...(voiceSeconds > 0 && { voiceSeconds }) };
}

/** Files that a check-in cannot have, whatever its day; null: it can. Each counts once, also where its check-in was rejected. */
export function refuseFiles({ terms, entries }: Run, files: readonly EntryFile[]): Refused<FileRefusal> | null {
  const pictures = files.filter(({ kind }) => kind === 'picture').length;
  const voiceNotes = files.length - pictures;
  if (pictures > MOST_PICTURES || voiceNotes > 1 || (pictures > 0 && voiceNotes > 0))
    return refuse('files_not_accepted', `A check-in has at most ${MOST_PICTURES} pictures, or one voice note.`);
  if (new Set(files.map(({ fileId }) => fileId)).size < files.length)
    return refuse('file_used', 'A file is named twice.');
  const notAccepted = files.find(({ kind }) => !terms.accepts.includes(kind));
  if (notAccepted) return refuse('files_not_accepted', `This cohort takes no check-in with a ${notAccepted.kind}.`);
  const used = new Set(entries.flatMap((entry) => entry.files?.map(({ fileId }) => fileId) ?? []));
  if (files.some(({ fileId }) => used.has(fileId))) return refuse('file_used', 'A file is part of another check-in.');
  return null;
}

/** Whether files alone are a check-in, where its text cannot be one. */
export function filesSuffice({ plan }: Pick<Run, 'plan'>, files: readonly EntryFile[]): boolean {
  const { besides } = plan;
  return (
    besides !== undefined &&
    isEnough({ ...plan, besides: { ...besides, text: false } }, { characters: 0, ...countedFiles(files) })
  );
}

/** The day of the check-in that has this file, rejected or not; null: none has it. */
export function namesFile(calendar: Calendar | null, fileId: string): string | null {
  const run = calendar === null || calendar.status === 'waiting' ? null : calendar.run;
  return run?.entries.find(({ files = [] }) => files.some((file) => file.fileId === fileId))?.day ?? null;
}
