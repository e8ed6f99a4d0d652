import { createSigningKey, type MongoConnection, type SigningKey } from '@daka/service-kit';

type StoredKey = SigningKey & { _id: 'current' };

/** The key that signs access tokens: whichever process comes first makes it, all others read that one. */
export async function loadSigningKey({ connection }: MongoConnection): Promise<SigningKey> {
  const keys = connection.collection<StoredKey>('signing_keys');
  const known = await keys.findOne({ _id: 'current' });
  if (known) return fromStored(known);

  await keys.updateOne({ _id: 'current' }, { $setOnInsert: createSigningKey() }, { upsert: true });
  const winner = await keys.findOne({ _id: 'current' });
  if (!winner) throw new Error('the signing key vanished after it was written');
  return fromStored(winner);
}

function fromStored({ _id, ...key }: StoredKey): SigningKey {
  return key;
}
