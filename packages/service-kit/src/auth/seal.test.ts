import { randomBytes } from 'node:crypto';
import { seal, unseal } from './seal';

const key = randomBytes(32);
const sealed = seal(key, 'one', '押金 key');

it('opens under its key and name', () => {
  expect(unseal(key, 'one', sealed)).toBe('押金 key');
  expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('key');
});

it('is sealed differently each time', () => {
  expect(seal(key, 'one', '押金 key')).not.toBe(sealed);
});

it('opens under nothing else, nor changed', () => {
  expect(unseal(randomBytes(32), 'one', sealed)).toBeNull();
  expect(unseal(key, 'two', sealed)).toBeNull();
  const bytes = Buffer.from(sealed, 'base64');
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(key, 'one', changed.toString('base64'))).toBeNull();
  }
  for (const short of ['', 'AAAA', bytes.subarray(0, 20).toString('base64')])
    expect(unseal(key, 'one', short)).toBeNull();
});
