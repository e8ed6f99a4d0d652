import cliProgress from 'cli-progress';

export type Phase = 'starting' | 'enrolling' | 'checking in' | 'settling' | 'waiting until all is quiet' | 'comparing';

/** How far a run is; `total` 0 where nothing can be counted. */
export interface Step {
  phase: Phase;
  done: number;
  total: number;
}

export interface ProgressView {
  show(step: Step): void;
  /** A line that stays, such as a restart. */
  note(line: string): void;
  stop(): void;
}

const LINE_EVERY_PERCENT = 10;

/** A bar on a terminal; plain lines, one for each phase and tenth of it, elsewhere. */
export function createProgressView(stream: NodeJS.WriteStream): ProgressView {
  return stream.isTTY ? createBar(stream) : createLines(stream);
}

function createBar(stream: NodeJS.WriteStream): ProgressView {
  const bars = new cliProgress.MultiBar(
    {
      stream,
      hideCursor: true,
      clearOnComplete: false,
      format: '{phase} [{bar}] {percentage}%  {value}/{total}  {duration_formatted}',
      barsize: 30,
    },
    cliProgress.Presets.shades_classic,
  );
  let bar: cliProgress.SingleBar | null = null;
  let phase = '';
  return {
    show(step) {
      if (!bar || step.phase !== phase) {
        bar?.stop();
        bar = bars.create(Math.max(step.total, 1), step.done, { phase: step.phase.padEnd(26) });
        phase = step.phase;
      }
      bar.update(step.total === 0 ? 0 : step.done);
    },
    note: (line) => bars.log(`${line}\n`),
    stop: () => bars.stop(),
  };
}

function createLines(stream: Pick<NodeJS.WriteStream, 'write'>): ProgressView {
  let lastLine = '';
  const print = (line: string) => {
    if (line !== lastLine) stream.write(`${line}\n`);
    lastLine = line;
  };
  return {
    show({ phase, done, total }) {
      if (total === 0) return print(phase);
      const percent = Math.floor((done * 100) / total / LINE_EVERY_PERCENT) * LINE_EVERY_PERCENT;
      print(`${phase} ${percent}%`);
    },
    note: print,
    stop: () => undefined,
  };
}
