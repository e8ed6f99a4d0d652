import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { membershipHttp } from '@daka/contracts';
import { signUp } from '@daka/replay';
import { eventually } from '@daka/service-kit/testing';
import { z } from 'zod';
import { account, applicant, openCourse, startWorld, type World } from '../support/cohort-world';

jest.setTimeout(300_000);

const Mails = z.object({ mails: z.array(z.object({ text: z.string(), to: z.array(z.string()) })) });

let world: World;
beforeAll(async () => {
  world = await startWorld({ mail: 'sandbox' });
});
afterAll(() => world?.stop());

const mailsTo = async (email: string) => {
  const url = `${world.system.urls.mailbox}/_sandbox/mails?${new URLSearchParams({ to: email })}`;
  return Mails.parse(await (await fetch(url)).json()).mails;
};
const tokensIn = (mails: readonly { text: string }[]) =>
  mails.map(({ text }) => /#([\w-]{43})$/m.exec(text)?.[1] ?? 'no token');
const post = (path: string, body: object) =>
  world.client.send({ method: 'POST', path: `/api/membership${path}`, body });

describe('an address that nobody proved (ASVS 6.3.4)', () => {
  it('has no account; its letter makes one, which may work for a class', async () => {
    const course = await openCourse(world.client);
    const who = account('newcomer');
    const { email, password } = who;
    expect(await post('/accounts', who)).toMatchObject({ status: 202, body: { letterSent: true } });
    expect((await post('/sessions', { email, password })).status).toBe(401);
    const { id } = await course.owner.ask(
      {
        method: 'POST',
        path: `/api/membership/cohorts/${course.cohort.id}/invitations`,
        body: { email, role: 'instructor' },
      },
      membershipHttp.InvitationBody,
    );
    const [letter] = await eventually(async () => {
      const mails = (await mailsTo(email)).filter(({ text }) => text.includes('/confirm-sign-up#'));
      return mails.length > 0 && mails;
    });
    expect(letter?.text).toContain(`${world.system.origin}/confirm-sign-up#`);
    const [token] = tokensIn([letter!]);
    const wrong = await post('/accounts/confirmation', { token, password: 'none of theirs' });
    expect(wrong).toMatchObject({ status: 401, code: 'wrong_credentials' });
    expect((await post('/accounts/confirmation', { token, password })).status).toBe(201);
    const session = await signUp(world.client, who);
    const accepted = await session.send({
      method: 'POST',
      path: `/api/membership/invitations/${id}/acceptance`,
      body: {},
    });
    expect(accepted).toMatchObject({ status: 200, body: { role: 'instructor' } });
  });
});

describe('who signs up (ASVS 6.3.8)', () => {
  it('is told the same for an address that somebody has as for one that nobody has; only its owner is told more', async () => {
    const course = await openCourse(world.client);
    const known = course.owner.account.email;
    const guess = { ...account('guess'), email: known };
    const answers = [await post('/accounts', guess), await post('/accounts', account('unknown'))];
    expect(answers.map(({ status, body }) => [status, body])).toEqual([
      [202, { letterSent: true }],
      [202, { letterSent: true }],
    ]);
    const [letter] = await eventually(async () => {
      const mails = await mailsTo(known);
      return mails.length === 2 && mails;
    });
    expect(letter?.text).toContain(`${world.system.origin}/forgot-password`);
    expect(letter?.text).not.toContain('#');
    expect((await post('/sessions', { email: known, password: guess.password })).status).toBe(401);
  });
});

describe('a letter', () => {
  it('has its links in no log of any process', async () => {
    const course = await openCourse(world.client);
    const { session } = await applicant(world.client, course.cohort);
    const { email } = session.account;
    expect((await post('/password-resets', { email })).status).toBe(202);
    const tokens = tokensIn(
      await eventually(async () => {
        const mails = await mailsTo(email);
        return mails.length === 2 && mails;
      }),
    );
    expect((await post('/passwords', { token: tokens[0], newPassword: 'a lantern over the bay' })).status).toBe(204);
    const dir = join(world.system.dir, 'logs');
    const logs = readdirSync(dir);
    expect(logs).toEqual(expect.arrayContaining(['membership.log', 'mailbox.log', 'web.log']));
    const told = logs.filter((name) => {
      const text = readFileSync(join(dir, name), 'utf8');
      return [email, ...tokens].some((secret) => text.includes(secret));
    });
    expect(told).toEqual([]);
  });
});
