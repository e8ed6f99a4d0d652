import { PassThrough } from 'node:stream';
import { createProgressView } from './progress';

function offTerminal() {
  const stream = new PassThrough() as PassThrough & NodeJS.WriteStream;
  return { view: createProgressView(stream), written: () => String(stream.read() ?? '') };
}

it('writes one plain line for each tenth of a phase when it is not on a terminal', () => {
  const { view, written } = offTerminal();
  view.show({ phase: 'starting', done: 0, total: 0 });
  for (let done = 0; done <= 25; done++) view.show({ phase: 'checking in', done, total: 25 });
  view.note('kafka is back');
  view.stop();

  expect(written()).toBe(
    [
      'starting',
      ...[0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100].map((percent) => `checking in ${percent}%`),
      'kafka is back',
      '',
    ].join('\n'),
  );
});

it('draws a bar on a terminal', () => {
  const stream = Object.assign(new PassThrough(), {
    isTTY: true,
    columns: 100,
    rows: 30,
    cursorTo: () => true,
    clearLine: () => true,
    moveCursor: () => true,
    clearScreenDown: () => true,
  });
  const view = createProgressView(stream as unknown as NodeJS.WriteStream);
  view.show({ phase: 'enrolling', done: 3, total: 6 });
  view.stop();

  expect(String(stream.read())).toMatch(/enrolling\s+\[[^\]]+\] 50%\s+3\/6/);
});
