import { createSumTree, fromHex, siblingsOf, type SumNode } from '@daka/proof';
import type { MongoConnection } from '@daka/service-kit';
import type { ProofDay, ProofLeaf } from '../../domain/proof/assemble';
import type { Proofs } from '../../ports';
import { beginRun, collectionsOf, KEPT_FROM_LEVEL, LEAVES_OF_A_PART, leafId, nodeId, type StoredDay, type StoredLeaf } from './proof-run';

const MAX_DAYS = 366;

/** Proofs by day, their leaves and the upper nodes of their trees. */
export async function createProofs(mongo: MongoConnection): Promise<Proofs> {
  const { days, leaves, nodes, cursors } = collectionsOf(mongo);
  await Promise.all([days.createIndex({ organisationId: 1, day: -1, currency: 1 }), leaves.createIndex({ book: 1, day: -1 })]);

  /** Below the nodes that are kept, a part of the tree is made again from its leaves. */
  async function partAround(run: string, currency: string, index: number): Promise<Map<string, SumNode>> {
    const start = Math.floor(index / LEAVES_OF_A_PART) * LEAVES_OF_A_PART;
    const range = { $gte: leafId(run, currency, start), $lt: leafId(run, currency, start + LEAVES_OF_A_PART) };
    const found = await leaves.find({ _id: range }, { projection: { balanceMinor: 1, hash: 1 } }).sort({ _id: 1 }).toArray();
    const part = new Map<string, SumNode>();
    const tree = createSumTree((level, at, node) => part.set(`${level}:${start / 2 ** level + at}`, node));
    for (const { balanceMinor, hash } of found) tree.add({ sumMinor: balanceMinor, hash: fromHex(hash) });
    tree.finish();
    return part;
  }

  async function pathOf({ run, currency, index }: StoredLeaf, count: number): Promise<SumNode[]> {
    const siblings = siblingsOf(index, count);
    const upper = siblings.filter(({ level }) => level >= KEPT_FROM_LEVEL).map((sibling) => nodeId(run, currency, sibling.level, sibling.index));
    const [part, kept] = await Promise.all([partAround(run, currency, index), nodes.find({ _id: { $in: upper } }).toArray()]);
    const known = new Map(kept.map(({ _id, sumMinor, hash }) => [_id, { sumMinor, hash: fromHex(hash) }]));
    return siblings.map(({ level, index: at }) => {
      const node = level >= KEPT_FROM_LEVEL ? known.get(nodeId(run, currency, level, at)) : part.get(`${level}:${at}`);
      if (!node) throw new Error(`node ${level}:${at} of proof ${run} is gone`);
      return node;
    });
  }

  return {
    lastDay: async (organisationId) => (await cursors.findOne({ _id: organisationId }))?.day ?? null,
    begin: (organisationId, day) => beginRun(mongo, organisationId, day),
    async latest(organisationId, currency) {
      const [found] = await days.find({ organisationId, currency }).sort({ day: -1 }).limit(1).toArray();
      return found ? dayOf(found) : null;
    },
    async days(organisationId, { limit, after, currency }) {
      const from = after === undefined ? {} : { $or: [{ day: { $lt: after.day } }, { day: after.day, currency: { $gt: after.currency } }] };
      const found = await days.find({ organisationId, ...(currency === undefined ? {} : { currency }), ...from })
        .sort({ day: -1, currency: 1 }).limit(Math.min(limit, MAX_DAYS)).toArray();
      return found.map(dayOf);
    },
    async leafOf(book, day) {
      // Leaves of a run that was not published may lie beside them until they are swept.
      for await (const leaf of leaves.find({ book, ...(day === undefined ? {} : { day }) }).sort({ day: -1 })) {
        const record = await days.findOne({ organisationId: leaf.organisationId, currency: leaf.currency, day: leaf.day, run: leaf.run });
        if (record) return { leaf: proofLeafOf(leaf), path: await pathOf(leaf, record.count), day: dayOf(record) };
      }
      return null;
    },
  };
}

function dayOf({ _id: _, run: _run, ...day }: StoredDay): ProofDay {
  return day;
}

function proofLeafOf({ book, seq, head, index, balanceMinor, salt, hash }: StoredLeaf): ProofLeaf {
  return { book, seq, head, index, balanceMinor, salt, hash };
}
