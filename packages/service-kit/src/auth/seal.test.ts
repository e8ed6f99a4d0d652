import { randomBytes } from 'node:crypto';
import { createSealing, seal, unseal } from './seal';

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

describe('while the key changes', () => {
  const [before, now] = [randomBytes(32), randomBytes(32)];
  const sealing = createSealing(now, before);
  const old = seal(before, 'one', '押金 key');

  it('opens what either key sealed, and seals under the new one alone', () => {
    expect(sealing.open('one', old)).toBe('押金 key');
    const fresh = sealing.close('one', '押金 key');
    expect(sealing.open('one', fresh)).toBe('押金 key');
    expect(unseal(now, 'one', fresh)).toBe('押金 key');
    expect(unseal(before, 'one', fresh)).toBeNull();
  });

  it('renews what stands under the former key, under its own name, and nothing else', () => {
    const renewed = sealing.renewed('one', old) ?? '';
    expect(createSealing(now).open('one', renewed)).toBe('押金 key');
    expect(sealing.renewed('one', renewed)).toBeNull();
    expect(sealing.renewed('two', old)).toBeNull();
    expect(sealing.renewed('one', seal(randomBytes(32), 'one', 'x'))).toBeNull();
    expect(createSealing(now).renewed('one', old)).toBeNull();
  });
});
