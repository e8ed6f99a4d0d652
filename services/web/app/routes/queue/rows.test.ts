import { stepFrom } from '../../features/desk/step';
import { afterAnswer, groupOf, isOf } from './rows';

describe('what waits', () => {
  const now = Date.parse('2026-03-06T15:30:00Z'); // half past eleven in the evening in Shanghai

  it.each([
    ['2026-03-06T15:30:00Z', 'overdue'],
    ['2026-03-06T15:59:59Z', 'today'],
    ['2026-03-06T16:00:00Z', 'later'],
  ] as const)('and was promised by %s is %s in the zone of the cohort', (promisedBy, group) => {
    expect(groupOf(promisedBy, now, 'Asia/Shanghai')).toBe(group);
    expect(groupOf(promisedBy, now, '+08:00')).toBe(group);
  });

  it('goes by the day of the cohort, not of UTC', () => {
    expect(groupOf('2026-03-06T16:00:00Z', now, 'UTC')).toBe('today');
  });

  it.each([
    ['', true],
    ['  ', true],
    ['LIN', true],
    ['in m', true],
    ['#12', true],
    ['12', true],
    ['1', false],
    ['wu', false],
  ])('is found by %j: %s', (who, isIt) => expect(isOf({ memberNumber: 12 }, 'Lin Mei', who)).toBe(isIt));

  it('is found by its number before the name is known', () => {
    expect(isOf({ memberNumber: 12 }, undefined, '12')).toBe(true);
    expect(isOf({ memberNumber: 12 }, undefined, 'lin')).toBe(false);
  });
});

describe('the next one', () => {
  const ids = ['a', 'b', 'c'];

  it('is the first from nowhere, or from what is gone', () => {
    expect(stepFrom(ids, undefined, 1)).toBe('a');
    expect(stepFrom(ids, 'gone', -1)).toBe('a');
    expect(stepFrom([], undefined, 1)).toBeUndefined();
  });

  it('ends at either end', () => {
    expect(stepFrom(ids, 'b', 1)).toBe('c');
    expect(stepFrom(ids, 'c', 1)).toBeUndefined();
    expect(stepFrom(ids, 'a', -1)).toBeUndefined();
  });

  it('after an answer lies behind it, else before it, and never is the answered one', () => {
    expect(afterAnswer(ids, 'b')).toBe('c');
    expect(afterAnswer(ids, 'c')).toBe('b');
    expect(afterAnswer(['a'], 'a')).toBeUndefined();
    expect(afterAnswer(ids, 'gone')).toBe('a');
  });
});
