import type { MongoConnection, Sealing } from '@daka/service-kit';
import type { SealedTexts } from '../../ports';
import { factorSealedFor } from '../otpauth/one-time-codes';
import { linkSealedFor } from '../tokens/link-seal';

/** Any document in which something sealed stands somewhere. */
interface Holder {
  _id: string;
  [field: string]: unknown;
}

/** Where a sealed text stands: `path` in its document, for the name that `nameOf` says. `due`: which documents still hold one. */
interface Place {
  collection: string;
  path: string;
  due: object;
  nameOf(holder: Holder): string;
}

const letterAt = (collection: string, letter: string): Place => ({
  collection,
  path: `${letter}.sealed`,
  // A letter that was sent has neither; the time has an index.
  due: { [`${letter}.dueAtMs`]: { $gt: 0 } },
  nameOf: (holder) => linkSealedFor(String(valueAt(holder, `${letter}.id`))),
});

const FACTORS: Place = {
  collection: 'second_factors',
  path: 'sealed',
  due: {},
  nameOf: ({ _id }) => factorSealedFor(_id),
};
const SIGNING_KEYS: Place = { collection: 'signing_keys', path: 'sealedPem', due: {}, nameOf: ({ _id }) => _id };
const PLACES: readonly Place[] = [
  SIGNING_KEYS,
  FACTORS,
  ...['reset_password', 'prove_email', 'change_email'].map((kind) => letterAt('accounts', `letters.${kind}`)),
  letterAt('sign_ups', 'letter'),
  letterAt('learner_invitations', 'letter'),
];
const BATCH = 500;

/** All that lies under KEY in membership's database. */
export function createSealedTexts(mongo: MongoConnection, sealing: Sealing): SealedTexts {
  const holders = ({ collection }: Place) => mongo.connection.collection<Holder>(collection);

  async function* sealedAt(place: Place) {
    for await (const holder of holders(place).find(place.due, { batchSize: BATCH })) {
      const sealed = valueAt(holder, place.path);
      if (typeof sealed === 'string') yield { holder, name: place.nameOf(holder), sealed };
    }
  }

  async function renewAt(place: Place): Promise<number> {
    let renewed = 0;
    for await (const { holder, name, sealed } of sealedAt(place)) {
      const anew = sealing.renewed(name, sealed);
      if (anew === null) continue;
      // Not where somebody has meanwhile put another in its place.
      const only = { _id: holder._id, [place.path]: sealed };
      renewed += (await holders(place).updateOne(only, { $set: { [place.path]: anew } })).modifiedCount;
    }
    return renewed;
  }

  return {
    async isOpen() {
      let isEmpty = true;
      for await (const { name, sealed } of sealedAt(SIGNING_KEYS)) {
        if (sealing.open(name, sealed) !== null) return true;
        isEmpty = false;
      }
      return isEmpty;
    },
    async closedFactors() {
      let closed = 0;
      for await (const { name, sealed } of sealedAt(FACTORS)) if (sealing.open(name, sealed) === null) closed += 1;
      return closed;
    },
    async renew() {
      let renewed = 0;
      for (const place of PLACES) renewed += await renewAt(place);
      return renewed;
    },
  };
}

function valueAt(holder: Holder, path: string): unknown {
  const step = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
  return path.split('.').reduce(step, holder);
}
