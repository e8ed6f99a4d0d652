import { newDraft } from '../../features/class-draft/draft';
import { putBack, readKept } from './kept';

const stored = newDraft({ timeZone: 'Asia/Shanghai', startsOn: '2026-03-16' });
const at = '2026-03-02T04:00:00.000Z';

it('puts back what was written, and leaves what an earlier release did not have as it is stored', () => {
  const draft = { title: 'Pages', rules: [{ title: 'Write', text: 'Daily.' }], days: 21, gone: 'x' };
  const kept = readKept(JSON.stringify({ draft, at }));
  expect(kept && putBack(kept, stored)).toEqual({ ...stored, title: 'Pages', rules: draft.rules });
});
it.each(['', '{', 'null', '{"draft":{}}', '{"draft":{},"at":"soon"}', '{"at":"2026-03-02T04:00:00Z"}'])(
  'finds nothing in %j',
  (kept) => expect(readKept(kept)).toBeNull(),
);
