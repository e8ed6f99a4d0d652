import { createCache, createCacheBudget } from '@daka/service-kit';
import type { Request, RequestHandler, Response } from 'express';
import { createHash } from 'node:crypto';
import type { CohortIntroductions } from '../../ports';
import { CARD_LANGUAGES, type CardLanguage } from '../../domain/card-address';
import { drawCard, type CardWords } from './draw';
import { wordsOf } from './words';

/** Stands for us where no card can be drawn. */
const PLAIN_PICTURE = '/icon-512.png';

const FILE = /^(.+)\.png$/;
const COHORT_ID = /^[\w-]{1,64}$/;
/** Organisers change their texts seldom, and whoever shares a page sees the change a minute later. */
const KEPT_MS = 60_000;
const KEPT_BYTES = 8 * 2 ** 20;
/** Of those that wait for their drawing: a stranger who asks for many must not keep the origin from its work. */
const MOST_WAITING = 16;

interface Card {
  png: Buffer;
  etag: string;
  /** What it says, to see whether it still does. */
  said: string;
  untilMs: number;
}

interface Parts {
  introductions: CohortIntroductions;
  wallClock: { nowMs(): number };
  draw?: (words: CardWords) => Promise<Buffer>;
}

/** The picture that a message shows of a cohort's link (Open Graph): drawn here, one at a time, of what everybody may read. */
export function shareCards({ introductions, wallClock, draw = drawCard }: Parts): RequestHandler<CardParams> {
  const kept = createCache<Card>(createCacheBudget(KEPT_BYTES));
  const underWay = new Map<string, Promise<Card | 'unknown' | 'busy'>>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  return async (req, res, next) => {
    const language = languageOf(req.params.file);
    const isOne = language !== undefined && COHORT_ID.test(req.params.cohortId);
    if (!isOne || !(await answer(req, res, language))) next();
  };

  async function answer(req: Request<CardParams>, res: Response, language: CardLanguage): Promise<boolean> {
    const card = await cardOf(req.params.cohortId, language);
    if (card === 'unknown') return false;
    // What is drawn for everybody has its turn; a message does without meanwhile.
    if (card === 'busy') res.set('Cache-Control', 'no-store').redirect(302, PLAIN_PICTURE);
    else send(card, req, res);
    return true;
  }

  function cardOf(id: string, language: CardLanguage): Promise<Card | 'unknown' | 'busy'> {
    const key = `${id} ${language}`;
    const known = kept.get(key);
    if (known !== undefined && known.untilMs > wallClock.nowMs()) return Promise.resolve(known);
    const asked = underWay.get(key) ?? make(key, known).finally(() => underWay.delete(key));
    underWay.set(key, asked);
    return asked;

    async function make(at: string, before: Card | undefined): Promise<Card | 'unknown' | 'busy'> {
      const introduction = await introductions.of({ id });
      if (introduction === null) return 'unknown';
      const words = wordsOf(introduction, language);
      const said = JSON.stringify(words);
      const png = before?.said === said ? before.png : await inTurn(() => draw(words));
      if (png === null) return 'busy';
      const etag = createHash('sha256').update(png).digest('base64url').slice(0, 22);
      const card = { png, etag, said, untilMs: wallClock.nowMs() + KEPT_MS };
      kept.set(at, card, png.length + said.length * 2);
      return card;
    }
  }

  /** Null: too many wait already. */
  async function inTurn(work: () => Promise<Buffer>): Promise<Buffer | null> {
    if (waiting >= MOST_WAITING) return null;
    waiting += 1;
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn.finally(() => (waiting -= 1));
  }
}

type CardParams = { cohortId: string; file: string };

function languageOf(file: string): CardLanguage | undefined {
  const name = FILE.exec(file)?.[1];
  return CARD_LANGUAGES.find((language) => language === name);
}

function send({ png, etag }: Card, req: Request<CardParams>, res: Response): void {
  res.set({
    'Content-Type': 'image/png',
    'Cache-Control': 'public, max-age=300',
    ETag: `"${etag}"`,
    'X-Content-Type-Options': 'nosniff',
  });
  if (req.fresh) return void res.status(304).end();
  res.set('Content-Length', String(png.length)).end(req.method === 'HEAD' ? undefined : png);
}
