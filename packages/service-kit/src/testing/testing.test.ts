import { refuse } from '@daka/contracts';
import { eventually } from './eventually';
import { scenario } from './scenario';

type Filled = { type: 'filled'; coins: number };
const jar = scenario<number, Filled>((coins, event) => (coins ?? 0) + event.coins);
const filled = (coins: number): Filled => ({ type: 'filled', coins });
const fillUpTo10 = (coins: number | null) => ((coins ?? 0) >= 10 ? refuse('jar_full') : [filled(10 - (coins ?? 0))]);

describe('scenario', () => {
  it('passes for what happens', () => {
    jar.given().when(fillUpTo10).then(filled(10));
    jar.given(filled(3), filled(4)).when(fillUpTo10).then(filled(3));
    jar.given(filled(10)).when(fillUpTo10).refuses('jar_full');
  });

  it('fails for other events, for none, for another refusal, and when events come instead of a refusal', () => {
    const full = jar.given(filled(10)).when(fillUpTo10);
    const open = jar.given().when(fillUpTo10);
    expect(() => open.then(filled(9))).toThrow('toEqual');
    const nothing: Filled[] = [];
    expect(() => open.then(...nothing)).toThrow('toEqual');
    expect(() => full.then(filled(1))).toThrow('toEqual');
    expect(() => full.refuses('other')).toThrow('toBe');
    expect(() => open.refuses('jar_full')).toThrow('toBe');
    expect(() => open.thenTypes('emptied')).toThrow('toEqual');
    expect(() => full.thenTypes('filled')).toThrow('toEqual');
  });

  it('goes on from what was decided, which a refusal leads to nothing of', () => {
    const full = jar.from(4).when(fillUpTo10).and();
    expect(full.state).toBe(10);
    full.when(fillUpTo10).refuses('jar_full');
    jar.from(4).and(filled(1)).when(fillUpTo10).thenTypes('filled');
    expect(() => full.when(fillUpTo10).and(filled(1))).toThrow('refused: jar_full');
  });
});

describe('eventually', () => {
  it('waits for a value', async () => {
    let asked = 0;
    expect(await eventually(() => (++asked === 3 ? 'there' : null), { everyMs: 1 })).toBe('there');
  });

  it('gives up with the last error, or says how long it waited', async () => {
    await expect(
      eventually(
        () => {
          throw new Error('why');
        },
        { timeoutMs: 20, everyMs: 1 },
      ),
    ).rejects.toThrow('why');
    await expect(eventually(() => false, { timeoutMs: 20, everyMs: 1 })).rejects.toThrow('20 ms');
  });
});
