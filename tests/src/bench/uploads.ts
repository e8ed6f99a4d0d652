import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesHttp } from '@daka/contracts';
import { startSystem } from '@daka/local';
import { drawnLargePicture } from '@daka/service-kit/testing';
import { startBare } from './bare';
import { admitCohort, benchPolicy, startKeyServer, type BenchLearner, type KeyServer } from './learners';
import { quiet, urlOf } from './quiet';
import { forgetHighest, highestMb, residentOfMb } from './resident';

const FEW = 25;
const MANY = 50;
/** As much as decoded pictures may take at a time, and what else an upload may. */
const WANTED_MB = 200 + 100;
const WANTED_GROWTH = 1.2;
/** As the app sends: the first part is small, and on a quick line each is twice the one before. */
const FIRST_PART = 131_072;
const MOST_PART = 1_048_576;
const MB = 1_000_000;

/** Everybody of a cohort sends a picture in the same moment: what that takes of the memory of one process, and how long. */
export async function benchUploads(): Promise<void> {
  const picture = await drawnLargePicture();
  console.log(`\nUploads, pictures of ${(picture.length / MB).toFixed(1)} MB at once, sent in parts as the app does`);
  const keys = await startKeyServer();
  try {
    const few = await picturesAtOnce(keys, picture, FEW);
    const many = await picturesAtOnce(keys, picture, MANY);
    console.log(
      `  memory beyond rest with ${MANY} at once: ${many} MB (wanted: at most ${WANTED_MB}); ratio to ${FEW} at once ${(many / few).toFixed(2)} (wanted: at most ${WANTED_GROWTH})`,
    );
  } finally {
    await keys.stop();
  }
}

/** In a system of its own, as memory that was taken once is seldom given back. Answers what check-in took beyond its rest (MB). */
async function picturesAtOnce(keys: KeyServer, picture: Buffer, count: number): Promise<number> {
  const dir = mkdtempSync(join(tmpdir(), 'daka-bench-uploads-'));
  try {
    const system = await startSystem({
      dir,
      services: ['checkin'],
      serviceEnv: { checkin: { JWKS_URL: keys.jwksUrl } },
    });
    const bare = await startBare(system.mongoUrl);
    try {
      const plan = benchPolicy();
      const policy = { ...plan, checkIn: { ...plan.checkIn, accepts: ['entry' as const, 'picture' as const] } };
      const { learners } = await admitCohort({ system, keys, count, policy });
      await quiet(system, ['checkin']);
      await measure(`bare express, each body piped into GridFS, ${count}`, bare.pid, picture, learners, () =>
        sendBare(bare.url, picture),
      );
      const origin = urlOf(system, 'checkin');
      return await measure(`check-in, ${count}`, Number(system.pids()['checkin']), picture, learners, (learner) =>
        sendAsApp(origin, learner, picture),
      );
    } finally {
      bare.stop();
      await system.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** How often it was put off before it was taken. */
type SendPicture = (learner: BenchLearner) => Promise<number>;

async function measure(
  what: string,
  pid: number,
  picture: Buffer,
  learners: readonly BenchLearner[],
  send: SendPicture,
): Promise<number> {
  const restMb = residentOfMb(pid);
  forgetHighest(pid);
  const beganMs = performance.now();
  const sent = await Promise.allSettled(learners.map(send));
  const seconds = (performance.now() - beganMs) / 1_000;
  const mostMb = highestMb(pid);
  const failed = sent.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  const putOff = sent.reduce((sum, one) => sum + (one.status === 'fulfilled' ? one.value : 0), 0);
  const perSecond = (picture.length * (learners.length - failed.length)) / MB / seconds;
  console.log(
    `  ${what}: resident ${restMb} MB before, at most ${mostMb} MB during; ${seconds.toFixed(1)} s, ${perSecond.toFixed(1)} MB/s, put off ${putOff} times, ${failed.length} failed (wanted: none)`,
  );
  for (const why of new Set(failed)) console.log(`  FAILED ${why}`);
  return mostMb - restMb;
}

async function sendBare(url: string, picture: Buffer): Promise<number> {
  const answer = await fetch(`${url}/files`, { method: 'POST', body: new Uint8Array(picture) });
  if (!answer.ok) throw new Error(`a bare upload was answered ${answer.status}`);
  await answer.arrayBuffer();
  return 0;
}

async function sendAsApp(
  origin: string,
  { enrolmentId, authorization }: BenchLearner,
  picture: Buffer,
): Promise<number> {
  const files = `${origin}/enrolments/${enrolmentId}/files`;
  const begun = await fetch(files, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({ kind: 'picture', bytes: picture.length }),
  });
  if (!begun.ok) throw new Error(`an announcement was answered ${begun.status}: ${await begun.text()}`);
  const { fileId, ...announced } = filesHttp.Upload.parse(await begun.json());
  let { received, status } = announced;
  let putOff = 0;
  for (let part = FIRST_PART; status === 'receiving'; part = Math.min(MOST_PART, part * 2)) {
    const answer = await fetch(`${files}/${fileId}?offset=${received}`, {
      method: 'PATCH',
      headers: { authorization, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(picture.subarray(received, received + part)),
    });
    if (answer.status === 503) {
      putOff += 1;
      await answer.arrayBuffer();
      await new Promise((resolve) => setTimeout(resolve, Number(answer.headers.get('retry-after')) * 1_000));
      ({ received, status } = await progressOf(`${files}/${fileId}`, authorization));
    } else if (answer.ok) ({ received, status } = filesHttp.Upload.parse(await answer.json()));
    else throw new Error(`a part was answered ${answer.status}: ${await answer.text()}`);
  }
  if (status !== 'ready') throw new Error(`an upload ended ${status}`);
  return putOff;
}

async function progressOf(file: string, authorization: string) {
  return filesHttp.Upload.parse(await (await fetch(file, { headers: { authorization } })).json());
}
