import { createCopyStore, type MongoConnection } from '@daka/service-kit';
import { evolveNews, type News, type NewsTopic } from '../../domain/news';
import type { NewsLog } from '../../ports';

const REOPEN_AFTER_MS = 1_000;
/** About 3 kB each. */
const READ_AT_ONCE = 200;

/**
 * The latest news of each enrolment, one small document, written by whichever instance of us has the message. A change stream tells all
 * instances whose news has changed; the documents are the truth. It is resumed by the driver; where that fails, `onNews(null)`: some may have been missed.
 */
export function createNewsLog(mongo: MongoConnection): NewsLog {
  const store = createCopyStore<News, NewsTopic>({ mongo, name: 'learner_news', evolve: evolveNews });

  return {
    apply: store.apply,
    load: store.load,
    async of(enrolmentIds) {
      const found: [string, News][] = [];
      for (let from = 0; from < enrolmentIds.length; from += READ_AT_ONCE) {
        const ids = enrolmentIds.slice(from, from + READ_AT_ONCE);
        const documents = await store.find({ _id: { $in: ids } }, { limit: READ_AT_ONCE });
        found.push(...documents.map(({ id, state }): [string, News] => [id, state]));
      }
      return new Map(found);
    },
    watch(onNews) {
      let reopen: NodeJS.Timeout | undefined;
      let close = open();
      function open() {
        // Only whose document it is: the news itself is read once for all pages that wait for it.
        const changes = store.model.collection.watch([{ $project: { 'documentKey._id': 1 } }]);
        changes.on('change', (change) => {
          if ('documentKey' in change) onNews(String(change.documentKey._id));
        });
        changes.on('error', (error) => {
          mongo.logger.warn({ err: error }, 'the news of other instances broke off, listening again');
          reopen = setTimeout(openAnew, REOPEN_AFTER_MS);
        });
        return () => changes.close();
      }
      function openAnew() {
        void close().catch(() => undefined); // it is broken already
        close = open();
        onNews(null);
      }
      return {
        async stop() {
          clearTimeout(reopen);
          await close();
        },
      };
    },
  };
}
