import { createServerClock } from './server-clock';

describe("the server's clock", () => {
  it('says nothing before it was heard', () => {
    expect(createServerClock(() => 0).nowMs()).toBeNull();
  });

  it('goes on from what the server said by a timer alone, half the way back taken off', () => {
    let timerMs = 1_000;
    const clock = createServerClock(() => timerMs);
    clock.hear(1_700_000_000_000, 1_000, 1_400);
    timerMs = 61_200;
    expect(clock.nowMs()).toBe(1_700_000_060_000);
  });

  it('takes what it hears last', () => {
    const clock = createServerClock(() => 500);
    clock.hear(1_000, 0, 0);
    clock.hear(9_000, 500, 500);
    expect(clock.nowMs()).toBe(9_000);
  });
});
