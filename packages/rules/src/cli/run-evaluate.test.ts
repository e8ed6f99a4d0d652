import { evaluate } from '../index.ts';
import { learner, policyWith } from '../testing/course.ts';
import { runEvaluate } from './run-evaluate.ts';

const one = {
  policy: policyWith(),
  learner,
  asOf: '2025-08-06T00:00:00Z',
  entries: [{ day: '2025-08-04', acceptedAt: '2025-08-04T11:33Z', characters: 5 }],
};

it('writes the results as a JSON array, in the order of the cases', async () => {
  const second = { ...one, entries: [] };
  const { code, output, errors } = await run([one, second]);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(JSON.parse(output)).toEqual(
    [one, second].map((each) => evaluate(each.policy, each.learner, each.entries, each.asOf)),
  );
});

it('answers no cases with an empty array, and reads the standard input for "-"', async () => {
  expect(await run([])).toEqual({ code: 0, output: '[]\n', errors: '' });
  expect((await run([one], ['-'])).code).toBe(0);
});

it.each([
  ['an unknown field', { ...one, expected: {} }, 'expected: unknown field'],
  [
    'an unknown field of the policy',
    { ...one, policy: { ...one.policy, makeUp: { windowDays: 0, quota: 0, days: 1 } } },
    'policy.makeUp.days: unknown field',
  ],
  [
    'a policy that contradicts itself',
    { ...one, policy: { ...one.policy, forfeits: { ...one.policy.forfeits, charityBps: 1 } } },
    'policy.forfeits: ',
  ],
  ['a bad date', { ...one, learner: { ...learner, excused: ['2025-08-32'] } }, 'learner.excused[0]: '],
  ['a bad zone', { ...one, policy: { ...one.policy, timeZone: 'Mars/Olympus' } }, 'policy.timeZone: '],
  [
    'a bad instant',
    { ...one, entries: [...one.entries, { ...one.entries[0], acceptedAt: '2025-02-30T00:00Z' }] },
    'entries[1].acceptedAt: ',
  ],
  ['an instant without a zone', { ...one, asOf: '2025-08-06T00:00:00' }, 'asOf: '],
  ['something else', 'case', 'expected object'],
])('refuses %s with exit 2, names case and field, and writes no result', async (_, bad, field) => {
  const { code, output, errors } = await run([one, bad]);
  expect({ code, output }).toEqual({ code: 2, output: '' });
  expect(errors).toContain('case 1 (counting from 0): ');
  expect(errors).toContain(field);
});

it.each([
  ['text that is not JSON', '[{', 'is not JSON'],
  ['something else than an array', '{}', 'must hold an array'],
])('refuses %s', async (_, content, message) => {
  const { code, errors } = await run(content);
  expect(code).toBe(2);
  expect(errors).toContain(message);
});

it('names at most twenty problems', async () => {
  const { errors } = await run(Array.from({ length: 50 }, () => ({ ...one, asOf: 'soon' })));
  expect(errors.trim().split('\n')).toHaveLength(20);
});

it('refuses a missing file and a missing argument', async () => {
  expect(await run([one], ['elsewhere.json'])).toMatchObject({
    code: 2,
    errors: expect.stringContaining('elsewhere.json: cannot be read'),
  });
  expect(await run([one], [])).toMatchObject({ code: 2, errors: expect.stringContaining('usage:') });
});

async function run(content: unknown, args = ['cases.json']): Promise<{ code: number; output: string; errors: string }> {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  let output = '';
  let errors = '';
  const code = await runEvaluate(args, {
    readFile: async (path) => {
      if (path !== 'cases.json') throw new Error('no such file');
      return text;
    },
    readInput: async () => text,
    writeResult: (written) => {
      output += written;
    },
    writeError: (message) => {
      errors += message;
    },
  });
  return { code, output, errors };
}
