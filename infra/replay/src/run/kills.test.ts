import { createKills, killed } from './kills';

it('kills every part once, at even distances, the next one only when the last is back', async () => {
  const seen: string[] = [];
  const kills = createKills(
    { kill: async (name) => void seen.push(`kill ${name}`), untilReady: async () => void seen.push('ready') },
    80,
    () => undefined,
  );

  for (let unit = 0; unit < 35; unit++) await kills.tick();
  await new Promise(setImmediate);
  expect(seen).toEqual(['kill membership', 'ready', 'kill payment', 'ready', 'kill homework', 'ready']);
  for (let unit = 35; unit < 80; unit++) await kills.tick();
  await kills.finished();
  expect(seen).toEqual(killed.flatMap((name) => [`kill ${name}`, 'ready']));
});

it('kills what a short run left over before it ends, and fails when something does not come back', async () => {
  const seen: string[] = [];
  const kills = createKills(
    { kill: async (name) => void seen.push(name), untilReady: async () => undefined },
    1_000,
    () => undefined,
  );
  await kills.finished();
  expect(seen).toEqual([...killed]);

  const broken = createKills(
    {
      kill: async () => undefined,
      untilReady: async () => {
        throw new Error('payment died too often');
      },
    },
    7,
    () => undefined,
  );
  await broken.tick();
  await expect(broken.finished()).rejects.toThrow('payment died too often');
});

it('holds the work up only while the part that was killed before is away', async () => {
  let comeBack: () => void = () => undefined;
  const seen: string[] = [];
  const kills = createKills(
    {
      kill: async (name) => void seen.push(name),
      untilReady: () =>
        new Promise<void>((resolve) => {
          comeBack = resolve;
        }),
    },
    killed.length + 1,
    () => undefined,
  );

  await kills.tick();
  const second = kills.tick().then(() => seen.push('work goes on'));
  await new Promise(setImmediate);
  expect(seen).toEqual(['membership']);
  comeBack();
  await second;
  expect(seen).toEqual(['membership', 'payment', 'work goes on']);
});
