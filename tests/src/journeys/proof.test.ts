import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paymentHttp } from '@daka/contracts';
import { ExportSchema, PublicProofSchema, ReceiptSchema } from '@daka/proof';
import { eventually } from '@daka/service-kit/testing';
import { member, openCourse, startWorld, type Course, type Learner, type World } from '../support/cohort-world';

const VERIFY = join(__dirname, '../../../packages/proof/dist/cli/verify.js');

describe('money that a learner can check', () => {
  let world: World;
  let course: Course;
  let learner: Learner;
  let dir: string;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'daka-proof-'));
    world = await startWorld({ serviceEnv: { payment: { PROOF_EVERY_MS: '500' } } });
    course = await openCourse(world.client);
    learner = await member(world.client, course.cohort);
    await member(world.client, course.cohort, 'another');
    for (const day of [2, 3]) {
      world.setClock(`2026-03-0${day}T09:00:00Z`);
      const { status } = await learner.session.send({
        method: 'POST',
        path: `/api/checkin/enrolments/${learner.enrolmentId}/entries`,
        body: { day: `2026-03-0${day}`, text: 'a page of notes' },
      });
      expect(status).toBe(201);
    }
    world.setClock('2026-03-05T09:00:00Z');
    await eventually(async () => (await statement()).lines.filter(({ kind }) => kind === 'refunded').length === 2, {
      timeoutMs: 60_000,
    });
  }, 240_000);

  afterAll(async () => {
    await world?.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const own = (path: string) => ({ method: 'GET', path: path.replace(':id', learner.enrolmentId) }) as const;
  const statement = () => learner.session.ask(own('/api/payment/enrolments/:id/statement'), paymentHttp.StatementBody);

  it('"replay my money": one file with the caller\'s own days and money, and the rules come to the same total', async () => {
    const exported = await learner.session.ask(own('/api/export/enrolments/:id'), ExportSchema);
    expect(exported.calendar.entries.map(({ day }) => day)).toEqual(['2026-03-02', '2026-03-03']);
    expect(exported.money.statement.earnedMinor).toBeGreaterThan(0);
    expect(await verify({ 'export.json': exported })).toMatchObject({
      code: 0,
      output: expect.stringContaining(`CNY ${exported.money.statement.earnedMinor} (minor units) are earned`),
    });
    const longer = structuredClone(exported);
    longer.calendar.entries.push({
      ...longer.calendar.entries[0]!,
      day: '2026-03-04',
      acceptedAt: '2026-03-04T09:00:00.000Z',
    });
    expect(await verify({ 'export.json': longer })).toMatchObject({
      code: 1,
      output: expect.stringContaining('wrong_day: 2026-03-04'),
    });
  });

  it('is refused to strangers and to staff, by each service itself', async () => {
    expect((await course.owner.send(own('/api/export/enrolments/:id'))).status).toBe(403);
    expect((await world.client.send(own('/api/export/enrolments/:id'))).status).toBe(401);
  });

  it('a receipt that anybody checks without us, against the public page and the own journal', async () => {
    const receipt = await eventually(
      async () => {
        const found = await learner.session.send(own('/api/payment/enrolments/:id/receipts/latest'));
        const parsed = ReceiptSchema.safeParse(found.body);
        return parsed.success && parsed.data.day.day === '2026-03-04' ? parsed.data : null;
      },
      { timeoutMs: 60_000, everyMs: 200 },
    );
    const page = await world.client.send({
      method: 'GET',
      path: `/api/payment/organisations/${course.organisationId}/proof`,
    });
    const exported = await learner.session.ask(own('/api/export/enrolments/:id'), ExportSchema);
    const files = {
      'receipt.json': receipt,
      'public.json': PublicProofSchema.parse(page.body),
      'export.json': exported,
    };
    expect(await verify(files)).toMatchObject({
      code: 0,
      output: expect.stringContaining('as published, tied to the exported journal'),
    });
    expect(receipt.day.count).toBe(4); // two leaves a learner

    const changed = { ...receipt, leaf: { ...receipt.leaf, balanceMinor: receipt.leaf.balanceMinor + 1 } };
    expect(await verify({ ...files, 'receipt.json': changed })).toMatchObject({
      code: 1,
      output: expect.stringContaining('receipt.json: changed_balance'),
    });
    expect(await verify({ 'receipt.json': { ...receipt, halves: 'none' } })).toMatchObject({
      code: 2,
      output: expect.stringContaining('receipt.json: halves'),
    });
  }, 200_000);

  /** As `npm run --silent verify` does it, in a process without a network address of anything. */
  function verify(files: Record<string, object>): Promise<{ code: number; output: string }> {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(dir, name), JSON.stringify(files[name]));
    return new Promise((resolve) => {
      execFile(process.execPath, [VERIFY, ...names], { cwd: dir, env: {} }, (error, stdout, stderr) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
      });
    });
  }
});
