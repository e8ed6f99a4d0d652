import type { Policy } from '@daka/rules';
import { newDraft, policyOf } from '../../features/class-draft/draft';
import { changesBetween } from './changes';
import type { Version } from './read';

const policy = policyOf(newDraft({ timeZone: 'Asia/Shanghai', startsOn: '2026-03-16' }), null);
const first: Version = {
  id: '1',
  at: '2026-03-01T00:00:00.000Z',
  kind: 'drafted',
  by: 'Mei',
  title: 'Pages',
  forWhom: null,
  whatFor: null,
  exchanged: null,
  description: null,
  policy: policy as Version['policy'],
  policyVersion: 1,
  rules: [{ title: 'Write', text: 'Daily.' }],
  rulesVersion: 1,
  capacity: 50,
  groupSize: 50,
  appealDays: 3,
  enrolUntil: null,
};
const then = (change: Partial<Omit<Version, 'policy'>>, ofPolicy: Partial<Policy> = {}): Version => ({
  ...first,
  ...change,
  policy: { ...policy, ...ofPolicy } as Version['policy'],
});

it('names each field that differs, as the builder holds it', () => {
  const changed = then(
    { title: 'Morning pages', capacity: 60, description: 'Long.' },
    { depositMinor: 50_000, restDays: { weekdays: [6, 7], dates: [] } },
  );
  expect(changesBetween(first, changed)).toEqual(
    expect.arrayContaining([
      { field: 'title', from: 'Pages', to: 'Morning pages' },
      { field: 'capacity', from: '50', to: '60' },
      { field: 'deposit', from: '300', to: '500' },
      { field: 'restWeekdays', from: '', to: '6 7' },
      { field: 'description', from: '', to: 'Long.' },
    ]),
  );
  expect(changesBetween(first, changed)).toHaveLength(5);
});
it('shows rules as a whole, and says that something changed where the builder has no field for it', () => {
  const rules = [...first.rules, { title: 'Be kind', text: 'Always.' }];
  expect(changesBetween(first, then({ rules, rulesVersion: 2 }))).toEqual([
    { field: 'rules', from: 'Write\nDaily.', to: 'Write\nDaily.\n\nBe kind\nAlways.' },
  ]);
  const leave = then({ policyVersion: 2 }, { leave: { maxDays: 1 } });
  expect(changesBetween(first, leave)).toEqual([{ field: 'more', from: '', to: '' }]);
  expect(changesBetween(first, then({ kind: 'published' }))).toEqual([]);
});
