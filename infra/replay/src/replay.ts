import type { System } from '@daka/local';
import { createClient, type Client } from './http/client';
import type { Account } from './http/session';
import { readRecord, type CohortRecord } from './record/read-record';
import { buildReport, type Report } from './report/report';
import type { Phase, Step } from './progress';
import { collectOutcome } from './run/collect';
import { enrolAll, type Member } from './run/enrol';
import { createKills, noKills, type Kills } from './run/kills';
import { openCohort, startOrganisation, type OpenCohort } from './run/organise';
import { untilQuiet } from './run/quiet';
import { readSandbox } from './run/sandbox-state';
import { sendLines, type SentLines } from './run/send-lines';
import { settleCohort } from './run/settle';
import { startReplaySystem, type WebhookMode } from './run/start';
import { planTimetable, type Timetable } from './run/timetable';
import type { Session } from './http/session';

const APPLICANTS_AT_ONCE = 8;
const LINES_AT_ONCE = 16;
const PASSPHRASE = 'the early bird writes first';

export interface ReplayOptions {
  /** Holds members.csv, checkins.csv and policy.json. */
  dir: string;
  /** Instead of the folder's policy.json. */
  policyFile?: string;
  webhooks?: WebhookMode;
  /** Kills each service, Kafka and MongoDB once during the run. */
  kill?: boolean;
  /** What the texts of check-ins are made of. Default 'daka'. */
  letters?: string;
  /** Leaves databases, topics and logs. */
  keep?: boolean;
  /** A running system with a virtual clock, empty, with its own sandbox; one is started and stopped when left out. */
  system?: System;
  onProgress?(step: Step): void;
  log?(line: string): void;
  signal?: AbortSignal;
}

/** Replays a recorded cohort through the whole system and reports what became of everybody. Throws BadRecord before anything is started. */
export async function runReplay(options: ReplayOptions): Promise<Report> {
  const record = readRecord(options.dir, options.policyFile);
  const { webhooks = 'normal', kill = false, keep = false, log = () => undefined, signal } = options;
  show(options, 'starting');
  const started = options.system
    ? { system: options.system, stop: async () => undefined }
    : await startReplaySystem({ webhooks, kill, keep, log, signal });
  try {
    return await replayOn(started.system, record, options);
  } finally {
    await started.stop();
  }
}

/** The whole life of one cohort, as its people see it. */
async function replayOn(system: System, record: CohortRecord, options: ReplayOptions): Promise<Report> {
  const startedMs = performance.now();
  const timetable = planTimetable(record);
  const wires = connect(system, options.signal);
  const kills = options.kill
    ? createKills(system, record.members.length + record.lines.length, options.log ?? (() => undefined))
    : noKills;
  try {
    system.setClock(iso(timetable.enrolAtMs));
    const { owner, cohort } = await organise(wires.web, record, timetable);
    const members = await enrol(wires.web, cohort, record, kills, options);
    const lines = await checkIn(system, record, members, kills, options);
    await kills.finished();

    show(options, 'settling');
    system.setClock(iso(timetable.settleAtMs));
    const settled = await settleCohort(owner, cohort.id);
    show(options, 'waiting until all is quiet');
    await untilQuiet({ ...wires, signal: options.signal });

    show(options, 'comparing');
    const [outcome, sandbox] = await Promise.all([collectOutcome(owner, cohort.id), readSandbox(wires.sandbox, true)]);
    const names = new Map([...members].map(([member, { enrolmentId }]) => [enrolmentId, member]));
    const seconds = Math.round((performance.now() - startedMs) / 100) / 10;
    return buildReport({ members: names, outcome, settled, sandbox, lines, seconds });
  } finally {
    wires.close();
  }
}

interface Wires {
  web: Client;
  sandbox: Client;
  services: ReadonlyMap<string, Client>;
  close(): void;
}

/** The public origin for everything that people do; the others only to see whether all is quiet. */
function connect({ origin, urls, operationsUrls }: System, signal?: AbortSignal): Wires {
  const to = (address = '') => createClient({ origin: address, signal });
  const names = ['membership', 'payment', 'homework', 'checkin'];
  const services = new Map(names.map((name) => [name, to(operationsUrls[name])]));
  const [web, sandbox] = [to(origin), to(urls['sandbox'])];
  return {
    web,
    sandbox,
    services,
    close: () => [web, sandbox, ...services.values()].forEach((client) => client.close()),
  };
}

async function organise(
  web: Client,
  { members }: CohortRecord,
  { policy, appealDays }: Timetable,
): Promise<{ owner: Session; cohort: OpenCohort }> {
  const { owner, organisationId } = await startOrganisation(
    web,
    accountOf('owner', 'Owner', policy.timeZone),
    'Replay',
  );
  const cohort = await openCohort(owner, organisationId, {
    title: 'Replayed cohort',
    policy,
    capacity: members.length,
    passphrase: PASSPHRASE,
    appealDays,
    rules: [
      {
        title: 'Every day',
        text: 'Write once on every day of the plan, before the day ends. In this cohort the early bird writes first.',
      },
      {
        title: 'Your deposit',
        text: 'Each day done returns a part of it; what is forfeited goes to those who finish.',
      },
    ],
  });
  return { owner, cohort };
}

async function enrol(
  web: Client,
  cohort: OpenCohort,
  { members }: CohortRecord,
  kills: Kills,
  options: ReplayOptions,
): Promise<Map<string, Member>> {
  let done = 0;
  const step = () => show(options, 'enrolling', done, members.length);
  step();
  const admitted = await enrolAll({
    client: web,
    cohort,
    concurrency: APPLICANTS_AT_ONCE,
    accounts: members.map(({ member, timeZone }, index) => accountOf(`member-${index + 1}`, member, timeZone)),
    onMember() {
      done += 1;
      step();
      return kills.tick();
    },
  });
  return new Map(
    members.flatMap(({ member }, index) => {
      const one = admitted[index];
      return one ? [[member, one] as const] : [];
    }),
  );
}

async function checkIn(
  system: System,
  { lines }: CohortRecord,
  members: ReadonlyMap<string, Member>,
  kills: Kills,
  options: ReplayOptions,
): Promise<SentLines> {
  let done = 0;
  return sendLines({
    lines,
    members,
    concurrency: LINES_AT_ONCE,
    letters: options.letters,
    setClock: (at) => system.setClock(at),
    onSent() {
      done += 1;
      show(options, 'checking in', done, lines.length);
      return kills.tick();
    },
  });
}

function accountOf(mailbox: string, displayName: string, timeZone: string): Account {
  return { email: `${mailbox}@replay.example`, password: 'a replayed password', displayName, timeZone, locale: 'en' };
}

function show({ onProgress, signal }: ReplayOptions, phase: Phase, done = 0, total = 0): void {
  signal?.throwIfAborted();
  onProgress?.({ phase, done, total });
}

function iso(atMs: number): string {
  return new Date(atMs).toISOString();
}
