import { once } from 'node:events';
import net from 'node:net';
import { mongo } from 'mongoose';
import { ConflictError, isTransient } from './errors';

const withCode = (code: string | number) => Object.assign(new Error('gone'), { code });

/** What a driver gets that writes to a connection whose other side has just ended it. */
async function writeAfterTheEnd(): Promise<unknown> {
  const server = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = net.connect((server.address() as net.AddressInfo).port, '127.0.0.1');
  socket.resume();
  await once(socket, 'end');
  const failed = once(socket, 'error');
  socket.write('late');
  const [{ code, message }] = (await failed) as [NodeJS.ErrnoException];
  server.close();
  // The tests' own Error: that of the system belongs to another realm under jest.
  return Object.assign(new Error(message), { code });
}

/** As the driver wraps what ended a bulk write before the server answered: name, labels and message are the wrapping's. */
const inBulk = (thrown: Error) => new mongo.MongoBulkWriteError(thrown as never, {} as never);
/** Derived from the driver's network error under a name of its own, as it names a pool that its monitor cleared. */
class PoolClearedOnNetworkError extends mongo.MongoNetworkError {
  override get name() {
    return 'PoolClearedOnNetworkError';
  }
}

it.each([
  ['a connection that the monitor has ended', new PoolClearedOnNetworkError('interrupted')],
  ['a bulk write whose connection closed', inBulk(new mongo.MongoNetworkError('closed'))],
  ['a bulk write that found no server', inBulk(new mongo.MongoServerSelectionError('none', {} as never))],
  ['a bulk write that was told later', inBulk(new mongo.MongoServerError({ message: 'later', code: 189 }))],
  ['a session that ended with its client', new mongo.MongoExpiredSessionError()],
  ['a list of which the cursor is gone', new mongo.MongoServerError({ message: 'cursor id 1 not found', code: 43 })],
  ['a connection of the driver that closed', new mongo.MongoNetworkError('closed')],
  ['a bare error of the system', withCode('ECONNRESET')],
  ['a conflict', new ConflictError('again and again')],
  ['a server that steps down', new mongo.MongoServerError({ message: 'later', code: 189 })],
])('takes %s for an outage', (_, error) => {
  expect(isTransient(error)).toBe(true);
});

it('takes a write to a connection that the other side has ended for an outage', async () => {
  const error = await writeAfterTheEnd();
  expect(error).toMatchObject({ name: 'Error', code: 'EPIPE' });
  expect(isTransient(error)).toBe(true);
});

it.each([
  ['a bulk write with a duplicate', inBulk(new mongo.MongoServerError({ message: 'taken', code: 11_000 }))],
  ['a bulk write with a mistake of ours', inBulk(new TypeError('undefined is not a function'))],
  ['a mistake of ours', new TypeError('undefined is not a function')],
  ['a missing file', withCode('ENOENT')],
  ['a duplicate key', new mongo.MongoServerError({ message: 'taken', code: 11_000 })],
  ['a number that looks like nothing', withCode(32)],
  ['no error at all', 'EPIPE'],
])('does not take %s for an outage', (_, error) => {
  expect(isTransient(error)).toBe(false);
});
