import { membershipWithMailbox } from '../../testing/letters';
import { eventually, type Person } from '../../testing/membership';

type Membership = Awaited<ReturnType<typeof membershipWithMailbox>>;
let membership: Membership;
beforeAll(async () => {
  membership = await membershipWithMailbox();
});
afterAll(() => membership?.stop());

/** Asks for the letter that proves the address of an account of an earlier release, which had one at its sign-up. */
const ask = (person: Person) => membership.post(person, '/accounts/me/email-proof');
async function asked(locale: 'zh-CN' | 'en' = 'zh-CN') {
  const person = await membership.signUp(locale);
  await ask(person).expect(202);
  return person;
}

describe('an address', () => {
  it('is proven by the link of the letter that is asked for, in the language of the account', async () => {
    const person = await asked('en');
    expect((await membership.me(person)).body).toMatchObject({ emailProven: false });
    const [letter] = await membership.letters(person.email, 2);
    expect(letter).toMatchObject({ subject: 'Confirm your e-mail address', from: 'no-reply@localhost' });
    expect(letter?.text).toContain('http://localhost:8080/confirm#');
    await membership.prove(await membership.token(person.email, 2)).expect(204);
    expect((await membership.me(person)).body).toMatchObject({ emailProven: true });
    expect(membership.mailbox.mails(person.email)).toHaveLength(2);
    const chinese = await asked();
    expect((await membership.letters(chinese.email, 2))[0]).toMatchObject({ subject: '确认你的邮箱' });
  });
  it('is proven once by a link, and by one of two who use it at once', async () => {
    const token = await membership.token((await asked()).email, 2);
    const answers = await Promise.all([membership.prove(token), membership.prove(token)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await membership.prove(token).expect(404)).body).toMatchObject({ code: 'link_ended' });
  });
  it('is not proven by a link that is over', async () => {
    const person = await asked();
    const token = await membership.token(person.email, 2);
    await membership.age(person.email, 'prove_email', { expiresAtMs: Date.now() });
    expect((await membership.prove(token).expect(404)).body).toMatchObject({ code: 'link_ended' });
    expect((await membership.me(person)).body).toMatchObject({ emailProven: false });
  });
  it('is proven by the last letter only, when more were asked for, which are so many', async () => {
    const person = await asked();
    const first = await membership.token(person.email, 2);
    await ask(person).expect(202);
    const second = await membership.token(person.email, 3);
    expect(second).not.toBe(first);
    await membership.prove(first).expect(404);
    for (let letter = 0; letter < 3; letter += 1) await ask(person).expect(202);
    const refused = await ask(person).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    await eventually(async () => (await membership.letter(person.email, 'prove_email'))?.sealed === undefined);
    await membership.prove(await membership.token(person.email, 4)).expect(204);
    // Nothing is left to prove.
    await ask(person).expect(202);
    expect((await membership.stored(person.email))?.letters).toEqual({});
  });
  it('is proven by no made-up secret, and no foreign kind of link', async () => {
    await membership.prove('a'.repeat(43)).expect(404);
    await membership.prove('short').expect(400);
    const person = await membership.proven();
    await membership.http.post('/password-resets').send({ email: person.email }).expect(202);
    await membership.prove(await membership.token(person.email, 2)).expect(404);
  });
});

describe('without a proven address', () => {
  it('one may look around and apply, and hold a seat only afterwards', async () => {
    const owner = await membership.proven();
    const organisation = (await membership.post(owner, '/organisations', { name: 'Letters' }).expect(201)).body.id;
    const cohortId = await membership.cohortOf(owner, organisation);
    const person = await membership.signUp();
    const way = await membership.accepted(cohortId, person);
    const hold = () => membership.post(person, `/enrolments/${way.enrolmentId}/seat`);
    expect((await hold().expect(403)).body).toMatchObject({ code: 'email_not_proven' });
    expect((await membership.view(way)).status).toBe('rules_accepted');
    await ask(person).expect(202);
    await membership.prove(await membership.token(person.email, 2)).expect(204);
    expect((await hold().expect(200)).body).toMatchObject({ status: 'seat_held' });
    // An account of an earlier release: whose address it is was never asked, but what runs goes on.
    await membership.forgetProof(person.email);
    expect((await membership.me(person)).body).toMatchObject({ emailProven: false });
    await membership.paid(cohortId, way.enrolmentId);
    expect((await membership.becomes(way, 'admitted')).memberNumber).toBe(1);
  });
  it('nobody founds an organisation', async () => {
    const person = await membership.signUp();
    const found = await membership.post(person, '/organisations', { name: 'Mine' }).expect(403);
    expect(found.body).toMatchObject({ code: 'email_not_proven' });
  });
});

describe('a letter', () => {
  it('that the mail server refuses for now is sent later, as the same letter', async () => {
    const person = await membership.signUp();
    membership.mailbox.refuseNext(1);
    await ask(person).expect(202);
    const waiting = await eventually(async () => {
      const letter = await membership.letter(person.email, 'prove_email');
      return letter?.attempts === 1 && (letter.dueAtMs ?? 0) > Date.now() + 20_000 && letter;
    });
    expect(membership.mailbox.mails(person.email)).toHaveLength(1);
    await membership.age(person.email, 'prove_email', { dueAtMs: Date.now() });
    const [sent] = await membership.letters(person.email, 2);
    expect(sent?.id).toBe(`<${waiting.id}@localhost>`);
  });
  it('is not sent when its link is over', async () => {
    const person = await membership.signUp();
    membership.mailbox.refuseNext(1);
    await ask(person).expect(202);
    await eventually(async () => (await membership.letter(person.email, 'prove_email'))?.attempts === 1);
    await membership.age(person.email, 'prove_email', { expiresAtMs: Date.now(), dueAtMs: Date.now() });
    await eventually(async () => (await membership.letter(person.email, 'prove_email'))?.dueAtMs === undefined);
    expect(membership.mailbox.mails(person.email)).toHaveLength(1);
  });
  it('has its secret nowhere in the database', async () => {
    const person = await asked();
    const before = JSON.stringify(await membership.stored(person.email));
    const token = await membership.token(person.email, 2);
    const after = await eventually(async () => {
      const stored = await membership.stored(person.email);
      return stored?.letters.prove_email?.sealed === undefined && stored;
    });
    expect(before + JSON.stringify(after)).not.toContain(token);
    expect(after?.letters.prove_email).not.toHaveProperty('dueAtMs');
  });
});
