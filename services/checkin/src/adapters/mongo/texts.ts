import { type Alongside, createCache, estimateBytes, type MongoConnection } from '@daka/service-kit';
import type { CalendarEvent } from '../../domain/calendar';
import type { Calendars, Texts } from '../../ports';

export const TEXTS_COLLECTION = 'entry_texts';
/** What a place in a Map takes. */
const BYTES_AN_ENTRY = 48;

interface StoredText {
  /** The enrolment and the text's name within it, so that one range of ids is all that a learner wrote. */
  _id: string;
  text: string;
}

/** The id of the document that holds a text. */
export const textIdOf = (enrolmentId: string, textId: string): string => `${enrolmentId}:${textId}`;

const ofEnrolment = (enrolmentId: string) => ({ _id: { $gte: `${enrolmentId}:`, $lt: `${enrolmentId};` } });

/** What learners wrote, one document a text. A text never changes. */
export function createTexts({ connection }: MongoConnection): Pick<Calendars, 'texts' | 'eraseTexts'> {
  const documents = () => connection.collection<StoredText>(TEXTS_COLLECTION);
  const known = createCache<Texts>();

  return {
    async texts({ enrolment: { enrolmentId }, run: { entries } }) {
      const remembered = known.get(enrolmentId) ?? new Map<string, string>();
      if (entries.every(({ textId }) => textId === null || remembered.has(textId))) return remembered;
      const found = await documents().find(ofEnrolment(enrolmentId)).toArray();
      const texts = new Map(found.map(({ _id, text }) => [_id.slice(enrolmentId.length + 1), text]));
      known.set(enrolmentId, texts, bytesOf(texts));
      return texts;
    },
    async eraseTexts(enrolmentId) {
      await documents().deleteMany(ofEnrolment(enrolmentId));
    },
  };
}

/** The documents that belong to the events of a calendar; their names are drawn by lot, so that nobody sees one that no check-in names. */
export function textsBeside(enrolmentId: string, events: readonly CalendarEvent[]): Alongside[] {
  const documents = events.flatMap((event): StoredText[] => {
    if (event.type !== 'entry-accepted' || event.text === null) return [];
    const { textId, text } = event.text;
    return [{ _id: textIdOf(enrolmentId, textId), text }];
  });
  return documents.length === 0 ? [] : [{ collection: TEXTS_COLLECTION, documents, ahead: true }];
}

function bytesOf(texts: Texts): number {
  let bytes = 0;
  for (const [textId, text] of texts) bytes += estimateBytes(textId) + estimateBytes(text) + BYTES_AN_ENTRY;
  return bytes;
}
