import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import mongoose from 'mongoose';
import { OperatorProblem } from '../problem';
import { ADMIN, passwordOf, type Passwords } from './access';

const { MongoClient } = mongoose.mongo;
type Db = mongoose.mongo.Db;

/** MongoDB's codes for what is looked for here. */
export const CODES = { wrongPassword: 18, notAllowed: 13 } as const;
const KEY_BYTES = 512;
const TIMEOUT_MS = 5_000;

/** What one service may do in its own database: read, write, and change what a collection refuses, as payment's ledger does. */
const ROLE = 'service';

/** The members of a replica set know each other by a file; there is one member, and without it MongoDB asks nobody who they are. */
export function makeReplicaKey(file: string): string {
  if (!fs.existsSync(file)) {
    const half = `${file}.${process.pid}`;
    fs.writeFileSync(half, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
    fs.renameSync(half, file);
  }
  return file;
}

/** A MongoDB URL with somebody's name and password, who are kept in `database`. */
export function mongoUrlAs(url: string, name: string, password: string, database: string): string {
  const [, scheme = '', authority = '', rest = ''] = /^(mongodb(?:\+srv)?:\/\/)([^/?]*)\/?(.*)$/.exec(url) ?? [];
  const hosts = authority.slice(authority.lastIndexOf('@') + 1);
  const options = new URLSearchParams(rest.includes('?') ? rest.slice(rest.indexOf('?') + 1) : '');
  options.set('authSource', database);
  return `${scheme}${encodeURIComponent(name)}:${encodeURIComponent(password)}@${hosts}/?${options.toString()}`;
}

/** The URL of a MongoDB for its administrator, or for everybody where it asks nobody who they are. */
export function mongoUrlOfAdmin(url: string, passwords: Passwords | undefined): string {
  return passwords ? mongoUrlAs(url, ADMIN, passwordOf(passwords, ADMIN), 'admin') : url;
}

/**
 * Makes the administrator of a MongoDB that has none yet; only a client on the same machine may, and only once.
 * @throws OperatorProblem where it has one with another password.
 */
export async function ensureAdmin(url: string, passwords: Passwords): Promise<void> {
  if (await isAdmin(url, passwords)) return;
  await withClient(url, async (client) => {
    try {
      await client
        .db('admin')
        .command({
          createUser: ADMIN,
          pwd: passwordOf(passwords, ADMIN),
          roles: ['root'],
          mechanisms: ['SCRAM-SHA-256'],
        });
    } catch (error) {
      if (!hasCode(error, CODES.notAllowed)) throw error;
      throw otherPasswords();
    }
  });
}

export function otherPasswords(): OperatorProblem {
  return new OperatorProblem(
    'MongoDB was given other passwords than those in access.json. Restore that file, which lies beside its data, or delete both to start over.',
  );
}

/** Gives each service a database of its own, `<prefix>_<service>`, in which nobody else may read or write. */
export async function prepareMongo(
  adminUrl: string,
  passwords: Passwords,
  databasePrefix: string,
  services: readonly string[],
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await Promise.all(
      services.map((name) =>
        giveDatabase(client.db(databaseOf(databasePrefix, name)), name, passwordOf(passwords, name)),
      ),
    );
  });
}

/** Forgets who had a database and what they might do there. */
export async function forgetRights(db: Db): Promise<void> {
  await db.command({ dropAllUsersFromDatabase: 1 });
  await db.command({ dropAllRolesFromDatabase: 1 });
}

export function databaseOf(prefix: string, service: string): string {
  return `${prefix}_${service}`;
}

async function giveDatabase(db: Db, name: string, pwd: string): Promise<void> {
  const role = {
    privileges: [{ resource: { db: db.databaseName, collection: '' }, actions: ['collMod'] }],
    roles: ['readWrite'],
  };
  const { roles } = await db.command({ rolesInfo: ROLE });
  await db.command(roles.length === 0 ? { createRole: ROLE, ...role } : { updateRole: ROLE, ...role });
  const person = { pwd, roles: [ROLE], mechanisms: ['SCRAM-SHA-256'] };
  const { users: known } = await db.command({ usersInfo: name });
  await db.command(known.length === 0 ? { createUser: name, ...person } : { updateUser: name, ...person });
}

async function isAdmin(url: string, passwords: Passwords): Promise<boolean> {
  try {
    await withClient(mongoUrlOfAdmin(url, passwords), (client) => client.db('admin').command({ ping: 1 }));
    return true;
  } catch (error) {
    if (hasCode(error, CODES.wrongPassword)) return false;
    throw error;
  }
}

export function hasCode(error: unknown, code: number): boolean {
  return (error as { code?: unknown } | null)?.code === code;
}

async function withClient<T>(url: string, use: (client: mongoose.mongo.MongoClient) => Promise<T>): Promise<T> {
  const client = new MongoClient(url, { serverSelectionTimeoutMS: TIMEOUT_MS });
  try {
    return await use(client);
  } finally {
    await client.close();
  }
}
