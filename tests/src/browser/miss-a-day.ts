import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { compilePlan, type Evaluation, lastCloseMs } from '@daka/rules';
import type { Drawn } from './drawn-policies';

const EVALUATE = path.join(__dirname, '../../../packages/rules/dist/cli/evaluate.js');

type Planned = Drawn & { required: number[]; days: { day: string; opensAtMs: number }[]; endMs: number };

/** With the days that can be missed, and only those missed. */
export function withPlan({ policy, missed }: Drawn): Planned {
  const plan = compilePlan(policy, { timeZone: policy.timeZone, excused: [] });
  const required = plan.days.flatMap(({ kind }, index) => (kind === 'required' ? [index] : []));
  return {
    policy,
    missed: missed.filter((index) => required.includes(index)),
    required,
    days: plan.days,
    endMs: lastCloseMs(plan),
  };
}

/** What `npm run evaluate` answers for somebody who does all other days. */
export function evaluateAll(all: Planned[]): Evaluation[] {
  const cases = all.map(({ policy, missed, required, days, endMs }) => ({
    policy,
    learner: { timeZone: policy.timeZone, excused: [] },
    asOf: new Date(endMs).toISOString(),
    entries: required
      .filter((index) => !missed.includes(index))
      .map((index) => ({
        day: days[index]?.day,
        acceptedAt: new Date((days[index]?.opensAtMs ?? 0) + 60_000).toISOString(),
        characters: policy.checkIn.minCharacters,
      })),
  }));
  const output = execFileSync(process.execPath, [EVALUATE, '-'], { input: JSON.stringify(cases), maxBuffer: 1e8 });
  return JSON.parse(String(output)) as Evaluation[]; // as the command says
}

interface Seen {
  returnedMinor: number;
  lostMinor: number;
  marks: string;
  isRemoved: boolean;
}

/** What the page must say of it. */
export function shown({ policy, required, missed, days }: Planned, outcome: Evaluation | undefined): Seen {
  if (outcome === undefined) throw new Error('no outcome');
  const mark = (index: number): string => {
    if (outcome.days[days[index]?.day ?? ''] === 'void') return '–';
    return missed.includes(index) ? '缺' : '✓';
  };
  return {
    returnedMinor: outcome.entitledMinor,
    lostMinor: policy.depositMinor - outcome.entitledMinor,
    marks: required.map(mark).join(''),
    isRemoved: outcome.removedOn !== null,
  };
}

/** Touches the days with these numbers among those that can be missed, one after the other, and reads what the page says then. */
export function touch(numbers: number[]): string {
  return `(async () => {
    const buttons = () => [...document.querySelectorAll('[role=group] button[aria-pressed]')];
    for (const number of ${JSON.stringify(numbers)}) {
      buttons()[number].click();
      while (buttons()[number].getAttribute('aria-pressed') !== 'true') await new Promise((go) => setTimeout(go));
    }
    const card = document.querySelector('[role=group]').parentElement;
    const digits = (text) => Number(text.replace(/\\D/g, ''));
    const [came, lost] = card.querySelector('[role=status]').children;
    return {
      returnedMinor: digits(came.textContent.split('/')[0]),
      lostMinor: digits(lost.textContent),
      marks: buttons().map((button) => button.lastChild.textContent).join(''),
      isRemoved: card.textContent.includes('后就出局了'),
    };
  })()`;
}
