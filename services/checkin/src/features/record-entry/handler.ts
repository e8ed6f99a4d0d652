import { type Refused, isRefused, refuse } from '@daka/contracts';
import { characterCount } from '@daka/rules';
import { canBeUsed } from '@daka/service-kit/files';
import type { Calendar, CalendarEvent, EntryFile } from '../../domain/calendar';
import { type Receipt, dayReceipt } from '../../domain/describe-calendar';
import { type EntryRefusal, recordEntry, refuseTooLong } from '../../domain/record-entry';
import type { Ports } from '../../ports';

export type RecordEntry = ReturnType<typeof createRecordEntry>;

interface Offered {
  enrolmentId: string;
  day: string;
  text: string;
  onTimeOnly?: boolean | undefined;
  pictures?: readonly string[] | undefined;
  voice?: string | undefined;
}

type Needs = Pick<Ports, 'calendars' | 'clock' | 'newTextId' | 'files'>;

/** A learner checks in for a day of their own plan. */
export function createRecordEntry({ calendars, clock, newTextId, files }: Needs) {
  const findFiles = createFindFiles({ files, clock });
  return async (entry: Offered): Promise<Refused<EntryRefusal | 'file_not_there'> | Receipt> => {
    const { enrolmentId, day, text, onTimeOnly } = entry;
    const tooLong = refuseTooLong(text);
    if (tooLong) return tooLong;
    const named = await findFiles(entry);
    if (isRefused(named)) return named;
    const offered = { day, characters: characterCount(text), text: { textId: newTextId(), text }, files: named };
    let before: Calendar | null = null;
    const outcome = await calendars.change(enrolmentId, (calendar) => {
      before = calendar;
      return recordEntry(calendar, { ...offered, via: 'entry', acceptedAtMs: clock.nowMs(), onTimeOnly });
    });
    if (isRefused(outcome)) return outcome;
    const { state, events } = outcome;
    if (state.status !== 'open') throw new Error(`a check-in left the calendar ${state.status}`);
    // Where this is not written down any more, the sweep does it: the calendar names them.
    if (named.length > 0) await files.use(idsOf(named), day);
    return dayReceipt(state.run, day, earnedBeforeMinor(before, events));
  };
}

/** The uploads that a check-in names, in its order, with what earlier ones they look like. */
function createFindFiles({ files, clock }: Pick<Needs, 'files' | 'clock'>) {
  return async ({ enrolmentId, pictures = [], voice }: Offered): Promise<Refused<'file_not_there'> | EntryFile[]> => {
    if (pictures.length === 0 && voice === undefined) return [];
    const wanted = [
      ...pictures.map((fileId) => ({ fileId, kind: 'picture' as const })),
      ...(voice === undefined ? [] : [{ fileId: voice, kind: 'voice' as const }]),
    ];
    const found = new Map((await files.findAll(idsOf(wanted))).map((file) => [file.fileId, file]));
    const named: EntryFile[] = [];
    for (const { fileId, kind } of wanted) {
      const file = found.get(fileId);
      if (file === undefined || !canBeUsed(file, { placeId: enrolmentId, kind }, clock.nowMs()))
        return refuse('file_not_there', 'A file was not uploaded for this enrolment, or not whole, or too long ago.', {
          extra: { fileId },
        });
      const seconds = file.content?.seconds;
      named.push({ fileId, kind, ...(seconds !== undefined && { seconds }), ...(await likenessOf(fileId)) });
    }
    return named;
  };

  async function likenessOf(fileId: string): Promise<Pick<EntryFile, 'resembles'>> {
    const [first] = await files.resembling(fileId);
    if (first === undefined) return {};
    return { resembles: { fileId: first.fileId, enrolmentId: first.placeId, day: first.usedFor } };
  }
}

function idsOf(files: readonly Pick<EntryFile, 'fileId'>[]): string[] {
  return files.map(({ fileId }) => fileId);
}

/** What had been earned when the check-in was accepted; closes that were worked off with it come before it. */
function earnedBeforeMinor(before: Calendar | null, events: readonly CalendarEvent[]): number {
  let earnedMinor = before?.status === 'open' ? before.run.announced.entitledMinor : 0;
  for (const event of events) {
    if (event.type === 'entry-accepted') break;
    if (event.type === 'entitlement-changed') earnedMinor = event.entitledMinor;
  }
  return earnedMinor;
}
