import { readAccess, type Access } from '../parts/access';

/** Names the file with the passwords of the servers that tests run on; unset where those ask nobody who they are. */
export const ACCESS_FILE = 'DAKA_TEST_ACCESS_FILE';

/** The passwords of the servers that the tests run on. */
export function testAccess(env: NodeJS.ProcessEnv = process.env): Partial<Access> {
  const file = env[ACCESS_FILE];
  return (file ? readAccess(file) : null) ?? {};
}
