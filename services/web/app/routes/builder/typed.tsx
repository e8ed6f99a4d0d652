import { useMoney } from '../../features/money/use-money';
import { useText } from '../../texts/use-text';
import { Choice } from '../../ui/choice';
import { Field, LongField } from '../../ui/field';
import type { Draft } from '../../features/class-draft/draft';
import type { Fault } from './judge';
import { faultText } from './words';

/** What a section of the form knows: the draft, how to change it, and what is wrong with it. */
export interface Section {
  draft: Draft;
  change(part: Partial<Draft>): void;
  faults: readonly Fault[];
}

/** Those keys of the draft that hold a text. */
type TextKey = { [Key in keyof Draft]: string extends Draft[Key] ? Key : never }[keyof Draft];

interface TypedProps extends Section {
  of: TextKey;
  /** The field of the policy whose faults belong here; none: nothing of a policy. */
  field?: string;
  type?: 'text' | 'date' | 'time' | 'datetime-local';
  keys?: 'numeric' | 'decimal';
  note?: string;
}

/** A line of the draft with its label, and below it what the rules say against it. */
export function Typed({ draft, change, faults, of, field, type = 'text', keys, note }: TypedProps) {
  const text = useText();
  const money = useMoney(draft.currency);
  const fault = faults.find((one) => one.field === field);
  return (
    <Field
      label={text(`builder.${of}`)}
      value={draft[of]}
      onChange={(value) => change({ [of]: value })}
      type={type}
      {...(keys === undefined ? {} : { inputMode: keys })}
      {...(note === undefined ? {} : { note })}
      error={fault === undefined ? undefined : faultText(text, fault, money)}
    />
  );
}

export function TypedLong({ draft, change, of, note, most }: Section & { of: TextKey; note?: string; most: number }) {
  const text = useText();
  return (
    <LongField
      label={text(`builder.${of}`)}
      value={draft[of]}
      onChange={(value) => change({ [of]: value })}
      mostCharacters={most}
      isShort
      {...(note === undefined ? {} : { note })}
    />
  );
}

interface ChosenProps<Key extends keyof Draft> extends Section {
  of: Key;
  values: readonly (Draft[Key] & string)[];
  field?: string;
}

export function Chosen<
  Key extends 'accepts' | 'review' | 'removalPer' | 'curve' | 'cadence' | 'sharedBy' | 'ifNoFinishers',
>({ draft, change, faults, of, values, field }: ChosenProps<Key>) {
  const text = useText();
  const money = useMoney(draft.currency);
  const fault = faults.find((one) => one.field === field);
  return (
    <Choice
      label={text(`builder.${of}`)}
      value={draft[of]}
      options={values.map((value) => ({ value, name: text(`builder.is`, { value }) }))}
      onChange={(value) => change({ [of]: value })}
      {...(fault === undefined ? {} : { note: faultText(text, fault, money) })}
    />
  );
}
