import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { membershipHttp } from '@daka/contracts';
import { createClient, signUp } from '@daka/replay';
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
  it('opens no seat and no role; proven by its letter, it does', async () => {
    const course = await openCourse(world.client);
    const unproven = createClient({ origin: world.system.origin });
    const who = account('stranger');
    const session = await signUp(unproven, who);
    const { id } = await session.ask(
      { method: 'POST', path: `/api/membership/cohorts/${course.cohort.id}/enrolments`, body: { timeZone: 'UTC' } },
      membershipHttp.EnrolmentBody,
    );
    const acceptance = { passphrase: course.cohort.passphrase, rulesVersion: course.cohort.rulesVersion };
    await session.send({ method: 'POST', path: `/api/membership/enrolments/${id}/acceptance`, body: acceptance });
    const hold = () => session.send({ method: 'POST', path: `/api/membership/enrolments/${id}/seat`, body: {} });
    expect(await hold()).toMatchObject({ status: 403, code: 'email_not_proven' });
    const invited = await course.owner.ask(
      {
        method: 'POST',
        path: `/api/membership/cohorts/${course.cohort.id}/invitations`,
        body: { email: who.email, role: 'instructor' },
      },
      membershipHttp.InvitationBody,
    );
    const accept = () =>
      session.send({ method: 'POST', path: `/api/membership/invitations/${invited.id}/acceptance`, body: {} });
    expect(await accept()).toMatchObject({ status: 403, code: 'email_not_proven' });

    const [letter] = await eventually(async () => {
      const mails = (await mailsTo(who.email)).filter(({ text }) => text.includes('/confirm#'));
      return mails.length > 0 && mails;
    });
    expect(letter?.text).toContain(`${world.system.origin}/confirm#`);
    expect((await post('/email-proofs', { token: tokensIn([letter!])[0] })).status).toBe(204);
    expect(await hold()).toMatchObject({ status: 200, body: { status: 'seat_held' } });
    await session.send({ method: 'POST', path: `/api/membership/enrolments/${id}/withdrawal`, body: {} });
    expect(await accept()).toMatchObject({ status: 200, body: { role: 'instructor' } });
    unproven.close();
  });

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
