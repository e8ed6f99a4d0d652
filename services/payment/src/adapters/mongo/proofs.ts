import { createSumTree, fromHex, siblingsOf, type SumNode } from '@daka/proof';
import type { MongoConnection } from '@daka/service-kit';
import type { ProofDay } from '../../domain/proof/assemble';
import type { ProofLeaf, Proofs } from '../../ports';
import { hashing } from '../sha256';
import { findInLeaves } from './proof-leaves';
import { findInParts, type FoundBook, KEPT_FROM_LEVEL } from './proof-parts';
import { beginRun, collectionsOf, nodeId, type StoredDay } from './proof-run';

const MAX_DAYS = 366;

/** Proofs by day, their leaves and the upper nodes of their trees. */
export async function createProofs(mongo: MongoConnection): Promise<Proofs> {
  const { days, nodes, cursors } = collectionsOf(mongo);
  await days.createIndex({ organisationId: 1, day: -1, currency: 1 });

  /** The leaves of a book with their ways to the root, by one look at the nodes that are kept. */
  async function leavesOf(
    { run, currency, count }: StoredDay,
    { indexes, start, part }: FoundBook,
  ): Promise<ProofLeaf[]> {
    const paths = indexes.map((index) => siblingsOf(index, count));
    const upper = paths
      .flat()
      .filter(({ level }) => level >= KEPT_FROM_LEVEL)
      .map((sibling) => nodeId(run, currency, sibling.level, sibling.index));
    const kept = upper.length === 0 ? [] : await nodes.find({ _id: { $in: upper } }).toArray();
    const known = new Map(kept.map(({ _id, sumMinor, hash }) => [_id, { sumMinor, hash: fromHex(hash) }]));
    const lower = nodesOf(start, part);
    const nodeAt = (level: number, at: number): SumNode => {
      const node =
        (level >= KEPT_FROM_LEVEL && known.get(nodeId(run, currency, level, at))) || lower.get(`${level}:${at}`);
      if (!node) throw new Error(`node ${level}:${at} of proof ${run} is gone`);
      return node;
    };
    return indexes.map((index, of) => ({
      index,
      node: nodeAt(0, index),
      path: (paths[of] ?? []).map((sibling) => nodeAt(sibling.level, sibling.index)),
    }));
  }

  return {
    lastDay: async (organisationId) => (await cursors.findOne({ _id: organisationId }))?.day ?? null,
    begin: (organisationId, day) => beginRun(mongo, organisationId, day),
    async latest(organisationId, currency) {
      const [found] = await days.find({ organisationId, currency }).sort({ day: -1 }).limit(1).toArray();
      return found ? dayOf(found) : null;
    },
    async days(organisationId, { limit, after, currency }) {
      const from =
        after === undefined
          ? {}
          : { $or: [{ day: { $lt: after.day } }, { day: after.day, currency: { $gt: after.currency } }] };
      const found = await days
        .find({ organisationId, ...(currency === undefined ? {} : { currency }), ...from })
        .sort({ day: -1, currency: 1 })
        .limit(Math.min(limit, MAX_DAYS))
        .toArray();
      return found.map(dayOf);
    },
    async find({ book, organisationId, currency }, day) {
      const record = await days.findOne(
        { organisationId, currency, ...(day === undefined ? {} : { day }) },
        { sort: { day: -1 } },
      );
      if (!record) return null;
      const found = (await findInParts(mongo, record, book)) ?? (await findInLeaves(mongo, record, book));
      return found && { book: found.book, leaves: await leavesOf(record, found), day: dayOf(record) };
    },
  };
}

/** Below the nodes that are kept, a part of the tree is made again from its leaves. */
function nodesOf(start: number, part: readonly SumNode[]): Map<string, SumNode> {
  const nodes = new Map<string, SumNode>();
  const tree = createSumTree((level, at, node) => nodes.set(`${level}:${start / 2 ** level + at}`, node), hashing);
  for (const leaf of part) tree.add(leaf);
  tree.finish();
  return nodes;
}

function dayOf({ _id: _, run: _run, ...day }: StoredDay): ProofDay {
  return day;
}
