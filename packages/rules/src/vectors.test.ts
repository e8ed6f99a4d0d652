import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Entry,
  type Evaluation,
  type Learner,
  type Policy,
  type Settlement,
  PolicySchema,
  evaluate,
  settleCohort,
} from './index.ts';

interface EvaluateCase {
  policy: Policy;
  learner: Learner;
  entries: Entry[];
  asOf: string;
  expected: Evaluation;
}
interface SettleCase {
  policy: Policy;
  members: { learner: Learner; entries: Entry[] }[];
  asOf: string;
  expected: Settlement;
}

const vectors = JSON.parse(readFileSync(join(__dirname, '../vectors/rules.json'), 'utf8')) as {
  evaluate: EvaluateCase[];
  settle: SettleCase[];
};

it('has all the cases', () => {
  expect([vectors.evaluate.length, vectors.settle.length]).toEqual([300, 60]);
});

it.each(vectors.evaluate.map((one, index) => [index, one] as const))('evaluate case %i is exact', (_, one) => {
  expect(PolicySchema.parse(one.policy)).toEqual(one.policy);
  expect(evaluate(one.policy, one.learner, one.entries, one.asOf)).toEqual(one.expected);
});

it.each(vectors.settle.map((one, index) => [index, one] as const))('settle case %i is exact', (_, one) => {
  expect(settleCohort(one.policy, one.members, one.asOf)).toEqual(one.expected);
});
