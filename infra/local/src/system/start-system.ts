import path from 'node:path';
import { OperatorProblem } from '../problem';
import type { Program } from '../parts/program';
import { reapLeftovers } from '../process/pid-file';
import { setClockFile } from './clock-file';
import { heapFlags } from './heap';
import { makeKeyFile } from './key-file';
import { keyFileOf, layOut, machineEnvironment, sandboxEnvironment, serviceEnvironment, type Layout } from './layout';
import { mailboxPrograms } from './mail';
import type { System, SystemOptions } from './options';
import { fewArenas, nodeProgram } from './programs';
import { isDatabaseEmpty, planServers, prepareServers, type Servers } from './servers';
import { supervise, type Supervised } from './supervise';

/**
 * Starts MongoDB, Kafka, the sandboxes and the services, as far as they are not given, and resolves when all of them serve.
 * Whatever dies is started again. Throws an OperatorProblem (one line) for what its user can put right; then nothing is left running.
 */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { log = () => undefined } = options;
  const dir = path.resolve(options.dir);
  await reapLeftovers(path.join(dir, 'pids'));
  const layout = await layOut({ ...options, dir });
  if (layout.clockFile) setClockFile(layout.clockFile, 'system');
  makeKeyFile(keyFileOf(dir));

  const running: Supervised[] = [];
  try {
    const servers = await planServers(layout, options, log);
    await startAll(servers.programs, running, options);
    await prepareServers(servers, layout);
    const firstStart = await isDatabaseEmpty(servers.mongoUrl, layout.databasePrefix);
    await startAll(ownPrograms(layout, servers, options), running, options);
    return asSystem(layout, servers, running, firstStart);
  } catch (error) {
    await stopAll(running);
    throw error;
  }
}

function ownPrograms(layout: Layout, servers: Servers, options: SystemOptions): Program[] {
  const { dir, urls, operationsUrls, services } = layout;
  const nodeFlags = options.nodeFlags ?? heapFlags(services.length);
  const sandbox = nodeProgram({
    name: 'sandbox',
    main: 'infra/stripe-sandbox/dist/main.js',
    dir,
    nodeFlags: [],
    env: { ...sandboxEnvironment(layout), ...options.sandboxEnv },
    readyUrl: `${urls['sandbox']}/livez`,
  });
  const own = services.map((name) =>
    nodeProgram({
      name,
      main: `services/${name}/dist/main.js`,
      dir,
      nodeFlags,
      env: {
        ...fewArenas,
        ...serviceEnvironment(name, layout, servers.settingsFor(name)),
        ...options.serviceEnv?.[name],
      },
      readyUrl: `${operationsUrls[name]}/readyz`,
    }),
  );
  const mailbox = mailboxPrograms(layout.mail, layout.ports, dir, machineEnvironment());
  return [...(layout.sandbox ? [sandbox] : []), ...mailbox, ...own];
}

/** Side by side; the first that fails ends the start of the others, and its reason is the one that is thrown. */
async function startAll(programs: readonly Program[], running: Supervised[], options: SystemOptions): Promise<void> {
  const { log = () => undefined, restart = true, maxRestarts = 10, onGivenUp = () => undefined } = options;
  if (options.signal?.aborted) throw new OperatorProblem('The start was interrupted.');
  if (programs.length > 0) log(`Starting ${programs.map(({ name }) => name).join(', ')} ...`);
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  await Promise.all(
    programs.map(async (program) => {
      try {
        running.push(await supervise(program, { log, restart, maxRestarts, onGivenUp, signal }));
      } catch (error) {
        failed.abort(error);
      }
    }),
  );
  if (failed.signal.aborted) throw failed.signal.reason;
}

/** Services first, then what plays Stripe and the mail server, then what they all stand on. */
async function stopAll(running: readonly Supervised[]): Promise<void> {
  const servers = ['mongo', 'kafka'];
  const doubles = ['sandbox', 'mailbox'];
  const isService = ({ name }: Supervised) => !servers.includes(name) && !doubles.includes(name);
  await Promise.all(running.filter(isService).map((part) => part.stop()));
  await Promise.all(running.filter(({ name }) => doubles.includes(name)).map((part) => part.stop()));
  await Promise.all(running.filter(({ name }) => servers.includes(name)).map((part) => part.stop()));
}

function asSystem(layout: Layout, servers: Servers, running: readonly Supervised[], firstStart: boolean): System {
  const partNamed = (name: string) => {
    const part = running.find((candidate) => candidate.name === name);
    if (!part) throw new RangeError(`${name} was not started here`);
    return part;
  };
  const { dir, origin, urls, operationsUrls, databasePrefix, topicPrefix } = layout;
  return {
    dir,
    origin,
    urls,
    operationsUrls,
    databasePrefix,
    topicPrefix,
    firstStart,
    mongoUrl: servers.mongoUrl,
    brokers: servers.brokers,
    kafkaAs: servers.kafkaAs,
    access: servers.access,
    pids: () =>
      Object.fromEntries(
        running.flatMap((part) => {
          const pid = part.pid();
          return pid === null ? [] : [[part.name, pid]];
        }),
      ),
    restarts: () => Object.fromEntries(running.map((part) => [part.name, part.restarts()])),
    kill: (name, signal = 'SIGKILL') => partNamed(name).signal(signal),
    async untilReady(name) {
      await Promise.all((name ? [partNamed(name)] : running).map((part) => part.untilReady()));
    },
    setClock(value) {
      if (!layout.clockFile) throw new RangeError('this system runs on the system clock; start it with virtualClock');
      setClockFile(layout.clockFile, value);
    },
    stop: () => stopAll(running),
  };
}
