import { newClusterId } from './kafka-passwords';

it('names a cluster in 22 characters of which the first is never a dash', () => {
  const ids = Array.from({ length: 256 }, (_, first) => newClusterId(Buffer.alloc(16, first)));
  expect(ids.every((id) => /^[A-Za-z0-9_][\w-]{21}$/.test(id))).toBe(true);
  expect(newClusterId()).not.toBe(newClusterId());
});
