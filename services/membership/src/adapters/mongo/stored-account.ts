import type { Letter, LetterKind } from '../../domain/letter';
import type { Account } from '../../ports';

/** A letter that was sent keeps what its link is known by, and neither the sealed secret nor a time to send it at. */
export type StoredLetter = Omit<Letter, 'sealed'> & {
  sealed?: string;
  dueAtMs?: number;
  /** Of a change of address: what it becomes, and the sign-in that asked for it. */
  newEmail?: string;
  sessionId?: string | null;
};

/** Earlier releases proved no address: of an account of theirs nobody knows whose the address is. */
export type StoredAccount = Omit<Account, 'id' | 'emailProvenAtMs'> & {
  _id: string;
  emailProvenAtMs?: number;
  letters?: Partial<Record<LetterKind, StoredLetter>>;
  /** Of who it was nothing is left but the id. */
  isErased?: true;
};

export function toSend(letter: Letter): StoredLetter {
  return { ...letter, dueAtMs: letter.writtenAtMs };
}

export function storedOf({ id, emailProvenAtMs, ...account }: Account): StoredAccount {
  return { _id: id, ...account, ...(emailProvenAtMs === null ? {} : { emailProvenAtMs }) };
}

export function accountOf({ _id: id, emailProvenAtMs, letters: _, ...account }: StoredAccount): Account {
  return { id, ...account, emailProvenAtMs: emailProvenAtMs ?? null };
}
