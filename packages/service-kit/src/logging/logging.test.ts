import { createLogger } from './create-logger';
import { currentTrace, traceIdOf, withTrace } from './trace';

const TRACE = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

function logInto() {
  const lines: string[] = [];
  const logger = createLogger({ service: 'kit', level: 'debug' }, { write: (line: string) => void lines.push(line) });
  return { logger, lines, parsed: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('no secret reaches a line', () => {
  const canary = 'CANARY-7f3a';
  const jwt = `eyJhbGciOiJFUzI1NiJ9.eyJ${'x'.repeat(20)}.${'s'.repeat(20)}`;
  const driverError = Object.assign(new Error(`E11000 dup key: { email: "${canary}@example.org" }`), {
    code: 11_000,
    keyValue: { email: `${canary}@example.org` },
    document: { note: canary },
  });
  it.each<[string, object | string]>([
    ['a password in a body', { body: { account: { password: canary } } }],
    ['a passphrase deep inside', { a: { b: { c: [{ passphrase: canary }] } } }],
    [
      'headers',
      { headers: { authorization: `Bearer ${canary}`, cookie: `daka_refresh=${canary}`, 'set-cookie': [canary] } },
    ],
    ['tokens under longer names', { accessToken: canary, refresh_token: canary, STRIPE_SECRET_KEY: canary }],
    ['what learners write', { text: canary, markdown: canary }],
    ['an e-mail in a field of any name', { who: `${canary}@example.org` }],
    ['an e-mail in the message', `sent to ${canary}@mail.example.org`],
    ['a JWT in the message', `cannot read ${jwt}${canary}`],
    ['a bearer token in the message', `got Bearer ${canary}`],
    ['JSON with a password in the message', `parse of {"password":"${canary}"} failed`],
    ['a query in the message', `GET /reset?token=${canary}&x=1`],
    ['credentials of a URL', `connect mongodb://root:${canary}@db:27017`],
    ['keys of Stripe', `sk_test_${canary.replace('-', '')} whsec_${canary.replace('-', '')}`],
    ['an error and its extra properties', { err: driverError }],
    ['the cause of an error', { err: new Error('outer', { cause: new Error(`password=${canary}`) }) }],
    ['an error under another name', { failure: driverError }],
  ])('%s', (_what, logged) => {
    const { logger, lines } = logInto();
    if (typeof logged === 'string') logger.error(logged);
    else logger.error(logged, 'it failed');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('[redacted]');
    expect(lines[0]).not.toMatch(/CANARY-?7f3a/);
    expect(() => JSON.parse(String(lines[0])) as unknown).not.toThrow();
  });
});

it('keeps what helps to find the cause', () => {
  const { logger, parsed } = logInto();
  logger.error(
    { err: Object.assign(new TypeError('x is no function'), { code: 'E_X' }), enrolmentId: 'e1', amountMinor: 5 },
    'it failed',
  );
  expect(parsed()[0]).toMatchObject({
    level: 'error',
    service: 'kit',
    msg: 'it failed',
    enrolmentId: 'e1',
    amountMinor: 5,
    err: {
      type: 'TypeError',
      message: 'x is no function',
      code: 'E_X',
      stack: expect.stringContaining('logging.test') as unknown,
    },
  });
});

it('survives objects that point to themselves', () => {
  const { logger, lines } = logInto();
  const loop: Record<string, unknown> = {};
  loop.loop = loop;
  logger.warn(loop, 'round');
  expect(lines[0]).toContain('[deep]');
});

describe('traces', () => {
  it('marks lines with the trace id while work runs under it, across awaits, and not after', async () => {
    const { logger, parsed } = logInto();
    await withTrace(TRACE, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      logger.info('inside');
    });
    logger.info('outside');
    expect(parsed().map(({ traceId }) => traceId)).toEqual([traceIdOf(TRACE), undefined]);
  });

  it.each([
    undefined,
    '',
    'nonsense',
    TRACE.toUpperCase(),
    `00-${'0'.repeat(32)}-b7ad6b7169203331-01`,
    TRACE.replace(/b7ad6b7169203331/, '0'.repeat(16)),
    `${TRACE}\n`,
  ])('begins a new trace instead of %j', (given) => {
    const trace = withTrace(given, currentTrace);
    expect(trace).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    expect(trace).not.toBe(given);
  });

  it('keeps a given one as it is', () => {
    expect(withTrace(TRACE, currentTrace)).toBe(TRACE);
    expect(currentTrace()).toBeUndefined();
  });
});
