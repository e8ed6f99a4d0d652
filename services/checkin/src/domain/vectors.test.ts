import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entry, type Learner, type Policy, toPlanEntry } from '@daka/rules';
import type { Calendar, OpenCalendar } from './calendar';
import { ENROLMENT, apply } from '../testing/calendar';
import { rollOver } from './close-days';
import { open, planOf, register } from './follow-enrolment';
import { recordEntry } from './record-entry';

interface Case {
  policy: Policy;
  learner: Learner;
  entries: Entry[];
  asOf: string;
  expected: { entitledMinor: number; removedOn: string | null; refused: { day: string; why: string }[] };
}
const file = join(__dirname, '../../../../packages/rules/vectors/rules.json');
const { evaluate: cases } = JSON.parse(readFileSync(file, 'utf8')) as { evaluate: Case[] };

it('holds all the cases', () => expect(cases).toHaveLength(300));

it.each(cases.map((vector, index) => [index, vector] as const))(
  'case %i of the rules comes out of the commands the same',
  (_index, { policy, learner, entries, asOf, expected }) => {
    const refused: { day: string; why: string }[] = [];
    const asOfMs = Date.parse(asOf);
    const waiting = apply(null as Calendar | null, register(null, { ...ENROLMENT, timeZone: learner.timeZone }));
    let calendar = apply(
      waiting,
      open(waiting, {
        memberNumber: 1,
        paidAtMs: null,
        joinedAtMs: 0,
        policy,
        appealDays: 3,
        plan: planOf(policy, learner),
      }),
    ) as OpenCalendar;

    for (const entry of entries
      .map(toPlanEntry)
      .filter(({ acceptedAtMs }) => acceptedAtMs <= asOfMs)
      .sort((a, b) => a.acceptedAtMs - b.acceptedAtMs)) {
      const outcome = recordEntry(calendar, { ...entry, via: 'entry', text: null });
      if (Array.isArray(outcome)) calendar = apply(calendar, outcome);
      else refused.push({ day: entry.day, why: outcome.refused });
    }
    calendar = apply(calendar, rollOver(calendar, asOfMs));

    expect({ ...calendar.run.announced, refused }).toEqual({
      entitledMinor: expected.entitledMinor,
      removedOn: expected.removedOn,
      refused: expected.refused,
    });
  },
);
