import * as queries from '../../api/queries';
import { listen, MADE_STALE, type NewsKind } from './live';

/** A browser's stream that does what it is told. */
class Stream {
  readyState = 0;
  isClosed = false;
  readonly listeners = new Map<string, (event: { data?: unknown; lastEventId?: string }) => void>();
  constructor(readonly url: string) {}
  addEventListener(type: string, listener: (event: { data?: unknown; lastEventId?: string }) => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.isClosed = true;
  }
  says(type: string, event: { data?: unknown; lastEventId?: string } = {}) {
    this.listeners.get(type)?.(event);
  }
}

const URL = '/api/enrolments/1/events';
let streams: Stream[];
let heard: NewsKind[];
const last = () => streams.at(-1) ?? new Stream('none');
let stop: () => void;

function begin({ hasStreams = true } = {}) {
  streams = [];
  heard = [];
  const open = (url: string) => {
    streams.push(new Stream(url));
    return last();
  };
  stop = listen({
    url: URL,
    open: hasStreams ? open : undefined,
    onNews: (kind) => heard.push(kind),
    whenDeafMs: 2_000,
  });
}
beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  stop();
  expect(jest.getTimerCount()).toBe(0);
  jest.useRealTimers();
});

it('hands on what is told, and asks once for what was read before the stream opened', () => {
  begin();
  last().says('open');
  last().says('message', { data: '{"kind":"admission","what":"admitted"}', lastEventId: '4' });
  expect(heard).toEqual(['missed', 'admission']);
  jest.advanceTimersByTime(40_000);
  expect(heard).toHaveLength(2);
});

it('takes a kind that it does not know for anything', () => {
  begin();
  last().says('message', { data: '{"kind":"of a newer origin"}', lastEventId: '4' });
  expect(heard).toEqual(['missed']);
});

it('asks now and then while nothing can be heard: no such streams here, none that opens, one that broke', () => {
  begin({ hasStreams: false });
  jest.advanceTimersByTime(6_000);
  expect(heard).toEqual(['missed', 'missed', 'missed']);
  stop();
  begin();
  jest.advanceTimersByTime(2_000);
  expect(heard).toEqual(['missed']);
  last().says('open');
  jest.advanceTimersByTime(10_000);
  expect(heard).toHaveLength(2);
  last().says('error');
  jest.advanceTimersByTime(2_000);
  expect(heard).toHaveLength(3);
});

it('opens another when one has fallen silent, and goes on after what it heard last', () => {
  begin();
  last().says('open');
  last().says('message', { data: '{"kind":"entry"}', lastEventId: '9' });
  jest.advanceTimersByTime(40_000);
  last().says('beat');
  jest.advanceTimersByTime(40_000);
  expect(streams).toHaveLength(1);
  jest.advanceTimersByTime(6_000);
  expect(streams.map(({ url, isClosed }) => [url, isClosed])).toEqual([
    [URL, true],
    [`${URL}?after=9`, false],
  ]);
});

it('tries again after a refusal, not at once', () => {
  begin();
  last().readyState = 2;
  last().says('error');
  jest.advanceTimersByTime(59_000);
  expect(streams).toHaveLength(1);
  jest.advanceTimersByTime(2_000);
  expect(streams).toHaveLength(2);
});

describe('what news make stale', () => {
  const words = Object.values(queries).map((query) => {
    const { queryKey } = typeof query === 'function' ? query('1') : query;
    return String(queryKey[0]);
  });
  /** The same for whoever asks, whatever happens to an enrolment. */
  const OF_NOBODY = [
    'clock',
    'cohorts',
    'earlier',
    'roles',
    'organisations',
    'proof',
    'record',
    'sessions',
    'secondFactor',
    'cohortDecisions',
    'authority',
    'arbiterAppeals',
    'invitations',
    'openInvitations',
    'staff',
    'myActs',
    'organisationActs',
    'acts',
  ];

  it('is asked for somewhere: each word begins a query of ours', () => {
    expect(Object.values(MADE_STALE).flatMap((stale) => stale.filter((word) => !words.includes(word)))).toEqual([]);
  });

  it('is all that is said of an enrolment, when news were missed', () => {
    const told = words.filter((word) => !OF_NOBODY.includes(word));
    expect([...new Set(told)].sort()).toEqual([...MADE_STALE.missed].sort());
  });
});
