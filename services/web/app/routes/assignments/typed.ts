import type { Assignment } from '../../api/queries';
import { instantOf, localTimeOf } from '../../features/class-draft/local-time';
import type { Rubric } from '../../features/feedback/levels';

export const MOST_CRITERIA = 10;
export const LEAST_LEVELS = 2;
export const MOST_LEVELS = 6;
const MOST_POINTS = 100;

export interface TypedLevel {
  name: string;
  points: string;
}

export interface TypedCriterion {
  name: string;
  /** From the least to the best. */
  levels: readonly TypedLevel[];
}

/** An assignment as it stands in the form: every field as it was typed. */
export interface Typed {
  title: string;
  /** Markdown. */
  instructions: string;
  /** Empty: the day on which it is handed in. */
  day: string;
  /** As an input of the kind datetime-local holds it, in the zone of the class. */
  dueAt: string;
  weight: string;
  /** How many pictures a hand-in may have. */
  pictures: string;
  /** And attachments. */
  attachments: string;
  /** Empty: no rubric. */
  criteria: readonly TypedCriterion[];
}

/** As it stands in the list. */
export type ListedAssignment = Omit<Assignment, 'corrections'>;

export const NOTHING: Typed = {
  title: '',
  instructions: '',
  day: '',
  dueAt: '',
  weight: '',
  pictures: '0',
  attachments: '0',
  criteria: [],
};

export function newCriterion(): TypedCriterion {
  return {
    name: '',
    levels: [
      { name: '', points: '0' },
      { name: '', points: '' },
    ],
  };
}

export function typedOf(
  { title, instructions, day, dueAt, weightPercent, rubric, mostPictures, mostAttachments }: ListedAssignment,
  timeZone: string,
): Typed {
  return {
    title,
    instructions,
    day: day ?? '',
    dueAt: localTimeOf(dueAt, timeZone),
    weight: weightPercent === null ? '' : String(weightPercent),
    pictures: String(mostPictures),
    attachments: String(mostAttachments),
    criteria: (rubric ?? []).map(({ name, levels }) => ({
      name,
      levels: levels.map((level) => ({ name: level.name, points: String(level.points) })),
    })),
  };
}

/** As it is sent. */
export interface AssignmentText {
  title: string;
  instructions: string;
  dueAt: string;
  day?: string;
  weightPercent?: number;
  rubric?: Rubric;
  mostPictures: number;
  mostAttachments: number;
}

export type Missing = 'assignments.fillIn' | 'assignments.badWeight' | 'assignments.badRubric';

/** What was typed, or what is wrong with it. */
export function readTyped(typed: Typed, timeZone: string): AssignmentText | Missing {
  const [title, instructions, dueAt] = [
    typed.title.trim(),
    typed.instructions.trim(),
    instantOf(typed.dueAt, timeZone),
  ];
  if (title === '' || instructions === '' || dueAt === null) return 'assignments.fillIn';
  const weightPercent = numberOf(typed.weight);
  if (weightPercent === undefined) return 'assignments.badWeight';
  const rubric = rubricOf(typed.criteria);
  if (rubric === undefined) return 'assignments.badRubric';
  return {
    title,
    instructions,
    dueAt,
    ...(typed.day !== '' && { day: typed.day }),
    ...(weightPercent !== null && { weightPercent }),
    ...(rubric !== null && { rubric }),
    // One of a list, whatever a release before this one kept.
    mostPictures: Number(typed.pictures) || 0,
    mostAttachments: Number(typed.attachments) || 0,
  };
}

/** Null: nothing was typed; undefined: no percentage. */
function numberOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const percent = Number(typed);
  return percent >= 0 && percent <= 100 ? percent : undefined;
}

/** By the same rule as the service: names are there and differ, points are whole and rise. Null: no rubric; undefined: it measures nothing. */
function rubricOf(criteria: readonly TypedCriterion[]): Rubric | null | undefined {
  if (criteria.length === 0) return null;
  const rubric = criteria.map(({ name, levels }) => ({
    name: name.trim(),
    levels: levels.map((level) => ({ name: level.name.trim(), points: pointsOf(level.points) })),
  }));
  const names = new Set(rubric.map(({ name }) => name));
  const measures = rubric.every(
    ({ name, levels }) =>
      name !== '' &&
      levels.every(
        (level, index) =>
          level.name !== '' && level.points <= MOST_POINTS && level.points > (levels[index - 1]?.points ?? -1),
      ),
  );
  return measures && names.size === rubric.length ? rubric : undefined;
}

/** NaN, which is more than nothing and less than nothing, is none. */
function pointsOf(typed: string): number {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
}

/** What was kept on this device, whatever release kept it. */
export function keptOf(kept: string): Typed {
  try {
    const typed: unknown = JSON.parse(kept);
    return isTyped(typed) ? { ...NOTHING, ...typed } : NOTHING;
  } catch {
    return NOTHING;
  }
}

/** Also of a release whose form had no pictures, or no attachments. */
function isTyped(value: unknown): value is Omit<Typed, 'pictures' | 'attachments'> {
  if (!isObject(value) || !Array.isArray(value['criteria'])) return false;
  const texts = ['title', 'instructions', 'day', 'dueAt', 'weight'].every((key) => typeof value[key] === 'string');
  return texts && value['criteria'].every(isCriterion);
}

function isCriterion(value: unknown): boolean {
  if (!isObject(value) || typeof value['name'] !== 'string' || !Array.isArray(value['levels'])) return false;
  return value['levels'].every(
    (level) => isObject(level) && typeof level['name'] === 'string' && typeof level['points'] === 'string',
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
