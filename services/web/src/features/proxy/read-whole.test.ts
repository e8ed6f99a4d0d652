import { PassThrough } from 'node:stream';
import type { IncomingMessage } from 'node:http';
import { readWhole } from './read-whole';

// A request is read as a stream and as nothing else.
const request = () => new PassThrough() as PassThrough & IncomingMessage;

it('reads what comes in parts', async () => {
  const req = request();
  const whole = readWhole(req);
  req.write('打');
  req.end('卡');
  expect((await whole).toString()).toBe('打卡');
});

it('gives up on what is too large, too late or cut', async () => {
  const large = request();
  const tooLarge = readWhole(large, { maxBytes: 3 });
  large.write('1234');
  await expect(tooLarge).rejects.toMatchObject({ status: 413, code: 'too_large' });

  await expect(readWhole(request(), { withinMs: 5 })).rejects.toMatchObject({ status: 408, code: 'too_slow' });

  const cut = request();
  const tooShort = readWhole(cut);
  cut.write('1');
  cut.destroy();
  await expect(tooShort).rejects.toMatchObject({ status: 400 });
});
