import { createServer, type AddressInfo } from 'node:net';
import { createServer as createHttpServer } from 'node:http';
import { tempDir } from '../testing/temp-dir';
import { withLocalStripe } from './local-stripe';

const dir = tempDir();
const silent = () => undefined;
const take = (env: NodeJS.ProcessEnv) => withLocalStripe(env, dir, silent, async (stripe) => stripe);

it('takes Stripe itself when a key is given', async () => {
  expect(await take({ STRIPE_SECRET_KEY: 'sk_test_own' })).toEqual({
    STRIPE_SECRET_KEY: 'sk_test_own',
    STRIPE_API_BASE: '',
  });
  expect(await take({ STRIPE_SECRET_KEY: 'sk_test_own', STRIPE_API_BASE: 'http://double' })).toMatchObject({
    STRIPE_API_BASE: 'http://double',
  });
});

it('takes the sandbox that runs', async () => {
  const sandbox = createHttpServer((req, res) => void res.writeHead(req.url === '/livez' ? 200 : 404).end()).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((resolve) => sandbox.once('listening', resolve));
  const { port } = sandbox.address() as AddressInfo;
  expect(await take({ SANDBOX_PORT: String(port) })).toEqual({
    STRIPE_SECRET_KEY: 'sk_test_daka_sandbox',
    STRIPE_API_BASE: `http://127.0.0.1:${port}`,
  });
  await new Promise((resolve) => void sandbox.close(resolve));
});

it('says what to do where none runs and none has left data', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => void free.close(resolve));
  await expect(take({ SANDBOX_PORT: String(port) })).rejects.toThrow(
    /no data here. Start Daka with npm start, or set STRIPE_SECRET_KEY/,
  );
});
