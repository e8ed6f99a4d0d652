/** What the origin tells of an enrolment; `missed`: more happened than it kept, or nobody listened. */
export type NewsKind = 'seat' | 'payment' | 'admission' | 'entry' | 'refund' | 'removal' | 'feedback' | 'missed';

/** As much of an EventSource as it takes. */
interface Source {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data?: unknown; lastEventId?: string }) => void): void;
  close(): void;
}

export interface Listening {
  /** Where the news is: it is opened with `?after=` the last number that was heard. */
  url: string;
  /** Undefined: this browser has no such thing. */
  open: ((url: string) => Source) | undefined;
  onNews(kind: NewsKind): void;
  /** How often to ask for everything while nothing can be heard. */
  whenDeafMs: number;
}

/** Three heartbeats of the origin: a stream that is silent for longer is cut somewhere on the way. */
const SILENT_MS = 45_000;
/** After a refusal: too many pages are open, or nothing is told live. */
const REFUSED_PAUSE_MS = 60_000;
const CLOSED = 2;

/**
 * Listens to the news of an enrolment, and asks for everything now and then where it cannot be heard (browsers without it, proxies that
 * keep it back, an origin that tells nothing). Nothing is lost between two streams: it goes on after the last number, and what was read before
 * it opened is asked for once more. Returns how to stop it.
 */
export function listen({ url, open, onNews, whenDeafMs }: Listening): () => void {
  let source: Source | undefined;
  let after: string | undefined;
  let isHeard = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const deaf = setInterval(() => {
    if (!isHeard) onNews('missed');
  }, whenDeafMs);

  function heard(): void {
    isHeard = true;
    clearTimeout(silence);
    silence = setTimeout(() => reopenIn(0), SILENT_MS);
  }

  function reopenIn(pauseMs: number): void {
    close();
    again = setTimeout(start, pauseMs);
  }

  function close(): void {
    isHeard = false;
    clearTimeout(silence);
    clearTimeout(again);
    source?.close();
    source = undefined;
  }

  function start(): void {
    if (open === undefined) return;
    const current = open(after === undefined ? url : `${url}?after=${after}`);
    source = current;
    current.addEventListener('open', () => {
      // It begins after what was heard last; what is on the page may be older, the first time.
      if (after === undefined) onNews('missed');
      heard();
    });
    current.addEventListener('beat', heard);
    current.addEventListener('message', ({ data, lastEventId }) => {
      heard();
      if (lastEventId) after = lastEventId;
      onNews(kindOf(data));
    });
    current.addEventListener('error', () => {
      isHeard = false;
      // A browser comes back by itself, but not from a refusal.
      if (current.readyState === CLOSED) reopenIn(REFUSED_PAUSE_MS);
    });
  }

  start();
  return () => {
    clearInterval(deaf);
    close();
  };
}

/** A kind that this app does not know yet may change anything. */
function kindOf(data: unknown): NewsKind {
  const news: unknown = JSON.parse(String(data));
  const kind = typeof news === 'object' && news !== null && 'kind' in news ? news.kind : undefined;
  return isKind(kind) ? kind : 'missed';
}

/** What each kind makes stale, by the first word of the queries' keys. */
export const MADE_STALE: Record<NewsKind, readonly string[]> = {
  seat: ['enrolments', 'today', 'cohort', 'checkout'],
  payment: ['enrolments', 'today', 'statement', 'checkout', 'withdrawal'],
  admission: ['enrolments', 'today', 'cohort', 'checkout', 'calendar', 'statement', 'withdrawal'],
  // A check-in may be a piece of homework that counts.
  entry: ['today', 'calendar', 'withdrawal', 'assignment', 'handed-in'],
  refund: ['today', 'statement', 'receipt', 'handPayments', 'withdrawal'],
  removal: ['today', 'enrolments', 'calendar', 'withdrawal'],
  feedback: ['today', 'assignment', 'handed-in'],
  missed: [
    'enrolments',
    'today',
    'cohort',
    'checkout',
    'calendar',
    'statement',
    'receipt',
    'handPayments',
    'withdrawal',
    'assignment',
    'handed-in',
    'decisions',
    'settlement',
  ],
};

function isKind(kind: unknown): kind is NewsKind {
  return typeof kind === 'string' && Object.hasOwn(MADE_STALE, kind);
}
