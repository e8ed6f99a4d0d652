import { checkinHttp } from '@daka/contracts';
import { MOST_CHARACTERS } from '@daka/rules';
import { UnexpectedAnswer } from '../http/expect';
import type { RecordedLine } from '../record/read-record';
import type { Member } from './enrol';

export interface SentLines {
  sent: number;
  /** By reason. */
  refused: Record<string, number>;
}

export interface SendOptions {
  lines: readonly RecordedLine[];
  members: ReadonlyMap<string, Member>;
  setClock(iso: string): void;
  /** Of different members, at the same instant. */
  concurrency: number;
  /** What texts are made of, again and again; no spaces. Default 'daka'. */
  letters?: string;
  onSent(): void | Promise<void>;
}

/** Sends every line at its own instant; lines of one instant go side by side, those of one member one after the other. */
export async function sendLines({
  lines,
  members,
  setClock,
  concurrency,
  letters = 'daka',
  onSent,
}: SendOptions): Promise<SentLines> {
  const outcome: SentLines = { sent: 0, refused: {} };
  const accepted = new Set<string>();

  async function sendOne(line: RecordedLine): Promise<void> {
    const refusal = await send(memberOf(members, line), line, textOf(sentCharacters(line), letters), accepted);
    outcome.sent += 1;
    if (refusal !== null) outcome.refused[refusal] = (outcome.refused[refusal] ?? 0) + 1;
    await onSent();
  }

  for (const instant of groupBy(lines, ({ submittedAtMs }) => String(submittedAtMs))) {
    setClock(new Date(instant[0]?.submittedAtMs ?? 0).toISOString());
    const queues = groupBy(instant, ({ member }) => member);
    await bounded(queues, concurrency, async (queue) => {
      for (const line of queue) await sendOne(line);
    });
  }
  return outcome;
}

/** Sends one check-in; the reason when it was refused. No Idempotency-Key is needed: an entry that stands already is known as its own. */
async function send(member: Member, line: RecordedLine, text: string, accepted: Set<string>): Promise<string | null> {
  const { session, enrolmentId } = member;
  const path = `/api/checkin/enrolments/${enrolmentId}/entries`;
  const answer = await session.send({ method: 'POST', path, body: { day: line.day, text } });
  const slot = `${line.member} ${line.day}`;
  const isOwn =
    answer.code === 'already_checked_in' && answer.isRepeated && !accepted.has(slot) && (await isKept(member, line));
  if (answer.status === 201 || isOwn) {
    accepted.add(slot);
    return null;
  }
  if (answer.status === 409 || answer.status === 422) return answer.code;
  throw new UnexpectedAnswer(`the check-in of ${line.member} for ${line.day}`, answer);
}

/** After a crash between keeping an entry and answering: whether the entry that stands there is this one. */
async function isKept({ session, enrolmentId }: Member, line: RecordedLine): Promise<boolean> {
  const calendar = await session.ask(
    { method: 'GET', path: `/api/checkin/enrolments/${enrolmentId}/calendar` },
    checkinHttp.CalendarView,
  );
  const entry = calendar.days.find(({ day }) => day === line.day)?.entry;
  return (
    entry !== undefined &&
    Date.parse(entry.acceptedAt) === line.submittedAtMs &&
    entry.characters === sentCharacters(line)
  );
}

/** Records may tell of longer texts than an entry holds; no policy that may be published asks for more. */
function sentCharacters({ characters }: RecordedLine): number {
  return Math.min(characters, MOST_CHARACTERS);
}

/** A text of exactly that many characters that are not spaces. */
function textOf(characters: number, letters: string): string {
  return letters.repeat(Math.ceil(characters / letters.length)).slice(0, characters);
}

function memberOf(members: ReadonlyMap<string, Member>, { member }: RecordedLine): Member {
  const found = members.get(member);
  if (!found) throw new RangeError(`no such member: ${member}`);
  return found;
}

/** In order of first appearance. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

async function bounded<T>(items: readonly T[], concurrency: number, run: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await run(item);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}
