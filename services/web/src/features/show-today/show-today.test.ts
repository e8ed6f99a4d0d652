import { HttpProblem } from '@daka/service-kit';
import type { MyEnrolment } from '../../ports';
import { calendar } from '../../testing/calendar';
import type { TodayReads } from './gather';
import { createShowToday } from './handler';

const NOW_MS = Date.parse('2026-11-25T04:00:00Z');
const idOf = (number: number) => `6a607d5b-7cd5-80f9-a91c-cc29e49df12${number}`;

function enrolment(number: number, status: MyEnrolment['status'], memberNumber: number | null): MyEnrolment {
  return {
    id: idOf(number),
    cohortId: 'e806086d-e1f2-421d-b9b6-52bfcbfd7df2',
    learnerId: 'e42e6d99-af22-4ecf-b55d-13ba2936eb72',
    status,
    memberNumber,
    group: null,
    timeZone: '+08:00',
    policyVersion: 1,
    rulesVersion: 1,
    appliedAt: '2026-11-20T04:00:00Z',
    holdExpiresAt: null,
    holdLapsedAt: null,
    waitingPosition: null,
    removedOn: null,
    ended: null,
    joinsLate: null,
    price: { currency: 'CNY', entryFeeMinor: 0, depositMinor: 0 },
  };
}

/** Services that hand out what they are given; `asked` is what they were asked for. */
function services(mine: MyEnrolment[], changes: Partial<TodayReads> = {}, nowMs = NOW_MS) {
  const asked: string[] = [];
  const note = (what: string, id: string): void => void asked.push(`${what} ${id}`);
  const reads: TodayReads = {
    enrolments: async (authorization) => {
      note('enrolments', authorization);
      return mine;
    },
    calendar: async (_, id) => {
      note('calendar', id);
      return null;
    },
    statement: async () => null,
    cohortTitle: async () => 'Twenty-one days',
    homework: async () => null,
    ...changes,
  };
  return { asked, show: createShowToday({ reads, clock: { nowMs: () => nowMs }, kept: null }) };
}

describe('GET /api/today', () => {
  it("asks with the caller's own token, and says the domain clock's now where there are no days", async () => {
    const { show, asked } = services([enrolment(1, 'seat_held', null)]);
    expect(await show('Bearer mine')).toEqual({
      now: '2026-11-25T04:00:00.000Z',
      enrolments: [
        {
          enrolmentId: idOf(1),
          cohortId: 'e806086d-e1f2-421d-b9b6-52bfcbfd7df2',
          status: 'seat_held',
          memberNumber: null,
        },
      ],
      current: null,
    });
    expect(asked).toEqual(['enrolments Bearer mine']);
  });

  it('takes the one that runs before those that are over, and the one that is asked for before all', async () => {
    const mine = [enrolment(1, 'completed', 4), enrolment(2, 'admitted', 7), enrolment(3, 'withdrawn', 9)];
    const { show, asked } = services(mine);
    await show('Bearer mine');
    await show('Bearer mine', undefined, idOf(3));
    await show('Bearer mine', undefined, idOf(9));
    expect(asked.filter((line) => line.startsWith('calendar'))).toEqual([
      `calendar ${idOf(2)}`,
      `calendar ${idOf(3)}`,
      `calendar ${idOf(2)}`,
    ]);
  });

  it('takes the one whose day runs before one whose plan is over or has not begun, whichever was joined first', async () => {
    const days = (startsOn: string) => {
      const { policy, ...rest } = calendar('2026-11-25T04:00:00Z', []);
      return { ...rest, policy: { ...policy, startsOn } };
    };
    const plans = new Map([
      [idOf(1), days('2026-12-20')],
      [idOf(2), days('2026-11-24')],
      [idOf(3), days('2026-10-01')],
    ]);
    // The latest application first.
    const mine = [enrolment(1, 'admitted', 2), enrolment(2, 'admitted', 5), enrolment(3, 'admitted', 9)];
    const statement = async () => ({
      currency: 'CNY' as const,
      depositMinor: 30_000,
      refundedMinor: 0,
      inFlightMinor: 0,
      payableMinor: 0,
      forfeitedMinor: 0,
      frozenMinor: 0,
    });
    const shown = async (of: MyEnrolment[]) => {
      const { show } = services(of, { calendar: async (_, id) => plans.get(id) ?? null, statement });
      return (await show('Bearer mine')).current?.enrolmentId;
    };
    expect(await shown(mine)).toBe(idOf(2));
    expect(await shown(mine.toReversed())).toBe(idOf(2));
    expect(await shown(mine.filter(({ id }) => id !== idOf(2)))).toBe(idOf(1));
  });

  it('of those that are over takes the latest, and of a cohort left and joined again the present one', async () => {
    const elsewhere = { cohortId: 'f806086d-e1f2-421d-b9b6-52bfcbfd7df3' };
    const ended = { why: 'cooling_off' as const, at: null, reason: null };
    const left: MyEnrolment = { ...enrolment(1, 'cancelled', 3), ended };
    const over = services([enrolment(3, 'completed', 2), enrolment(2, 'completed', 7)]);
    await over.show('Bearer mine');
    const back = services([enrolment(2, 'admitted', 4), left]);
    await back.show('Bearer mine', undefined, idOf(1));
    const gone = services([{ ...enrolment(2, 'admitted', 4), ...elsewhere }, left]);
    await gone.show('Bearer mine', undefined, idOf(1));
    const first = [over, back, gone].map(({ asked }) => asked.find((line) => line.startsWith('calendar')));
    expect(first).toEqual([`calendar ${idOf(3)}`, `calendar ${idOf(2)}`, `calendar ${idOf(2)}`]);
  });

  it('has no days yet when check-in has not heard of the admission', async () => {
    const { show } = services([enrolment(2, 'admitted', 7)]);
    expect(await show('Bearer mine')).toMatchObject({ current: null, enrolments: [{ status: 'admitted' }] });
  });

  it('says how many answers to homework are unread, and nothing while homework is away', async () => {
    const statement = async () => ({
      currency: 'CNY' as const,
      depositMinor: 30_000,
      refundedMinor: 0,
      inFlightMinor: 0,
      payableMinor: 0,
      forfeitedMinor: 0,
      frozenMinor: 0,
    });
    const days = { calendar: async () => calendar('2026-11-16T12:00:00Z', ['2026-11-16']), statement };
    const read = { ...days, homework: async () => ({ items: [], feedbackUnread: 2 }) };
    const answered = services([enrolment(2, 'admitted', 7)], read, Date.parse('2026-11-16T12:00:00Z'));
    expect(await answered.show('Bearer mine')).toMatchObject({
      current: {
        homework: [],
        feedbackUnread: 2,
        outlook: { nextPayout: { amountMinor: 3_333, at: '2026-11-16T19:00:00.000Z' } },
      },
    });
    const away = services([enrolment(2, 'admitted', 7)], { ...days, homework: async () => null });
    expect(await away.show('Bearer mine')).toMatchObject({ current: { homework: null, feedbackUnread: null } });
  });

  it('is a failure, not a page without money, when a service that it cannot do without is away', async () => {
    const away = async () => {
      throw new HttpProblem(503, 'unavailable', 'payment does not answer');
    };
    const { show } = services([enrolment(2, 'admitted', 7)], { statement: away });
    await expect(show('Bearer mine')).rejects.toThrow(HttpProblem);
  });
});
