import { keptOf, NOTHING, readTyped, type Typed, type TypedCriterion, typedOf } from './typed';

const ZONE = 'Asia/Shanghai';
const criterion = (name: string, ...points: string[]): TypedCriterion => ({
  name,
  levels: points.map((one, index) => ({ name: `level ${index + 1}`, points: one })),
});
const typed = (changes: Partial<Typed> = {}): Typed => ({
  ...NOTHING,
  title: ' A letter ',
  instructions: 'Write one.',
  dueAt: '2026-03-05T22:00',
  ...changes,
});

it('is sent with the instant of the zone of the class, and without what was left open', () => {
  expect(readTyped(typed(), ZONE)).toEqual({
    title: 'A letter',
    instructions: 'Write one.',
    dueAt: '2026-03-05T14:00:00.000Z',
    mostPictures: 0,
    mostAttachments: 0,
  });
});

it('is sent whole', () => {
  const whole = typed({
    day: '2026-03-05',
    weight: '40',
    pictures: '9',
    attachments: '10',
    criteria: [criterion('Argument', '0', '2', '4')],
  });
  const text = readTyped(whole, ZONE);
  expect(text).toMatchObject({
    day: '2026-03-05',
    weightPercent: 40,
    mostPictures: 9,
    mostAttachments: 10,
    rubric: [
      {
        name: 'Argument',
        levels: [
          { name: 'level 1', points: 0 },
          { name: 'level 2', points: 2 },
          { name: 'level 3', points: 4 },
        ],
      },
    ],
  });
});

it('is typed as it was set, to be corrected', () => {
  const rubric = [
    {
      name: 'Argument',
      levels: [
        { name: 'thin', points: 0 },
        { name: 'clear', points: 3 },
      ],
    },
  ];
  const set = { title: 'A letter', instructions: 'Write one.', dueAt: '2026-03-05T14:00:00.000Z', day: '2026-03-05' };
  const taken = { weightPercent: 40, rubric, mostPictures: 3, mostAttachments: 2 };
  const assignment = { ...set, ...taken, id: 'a', cohortId: 'c', mine: null };
  expect(readTyped(typedOf(assignment, ZONE), ZONE)).toEqual({ ...set, ...taken });
});

it.each([
  ['no title', { title: '  ' }, 'assignments.fillIn'],
  ['nothing to do', { instructions: '' }, 'assignments.fillIn'],
  ['no end', { dueAt: '' }, 'assignments.fillIn'],
  ['a day that there is not', { dueAt: '2026-02-30T10:00' }, 'assignments.fillIn'],
  ['a weight above all', { weight: '101' }, 'assignments.badWeight'],
  ['a weight in words', { weight: 'half' }, 'assignments.badWeight'],
  ['a criterion without a name', { criteria: [criterion(' ', '0', '1')] }, 'assignments.badRubric'],
  ['two of one name', { criteria: [criterion('A', '0', '1'), criterion('A ', '0', '1')] }, 'assignments.badRubric'],
  ['points that fall', { criteria: [criterion('A', '3', '1')] }, 'assignments.badRubric'],
  ['points that stay', { criteria: [criterion('A', '1', '1')] }, 'assignments.badRubric'],
  ['no points', { criteria: [criterion('A', '0', '')] }, 'assignments.badRubric'],
  ['half points', { criteria: [criterion('A', '0', '1.5')] }, 'assignments.badRubric'],
  ['points above all', { criteria: [criterion('A', '0', '101')] }, 'assignments.badRubric'],
])('with %s it is not sent', (_name, changes, missing) => {
  expect(readTyped(typed(changes), ZONE)).toBe(missing);
});

it.each(['', 'no JSON', '{"title":"A"}', '{"criteria":[{"name":1,"levels":[]}]}', 'null'])(
  'begins anew where %j was kept',
  (kept) => {
    expect(keptOf(kept)).toBe(NOTHING);
  },
);

it('goes on with what was kept', () => {
  const half = typed({ dueAt: '', criteria: [criterion('', '0', '')] });
  expect(keptOf(JSON.stringify(half))).toEqual(half);
});

it('goes on with what a release kept whose form had no files', () => {
  const { pictures: _, attachments: _none, ...before } = typed();
  expect(keptOf(JSON.stringify(before))).toEqual({ ...before, pictures: '0', attachments: '0' });
});
