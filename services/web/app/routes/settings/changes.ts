import { type Draft, draftFrom, newDraft } from '../../features/class-draft/draft';
import type { Version } from './read';

export type ChangedField = Exclude<keyof Draft, 'passphrase'> | 'description' | 'more';

/** One matter that differs from the version before; `more`: something of the policy that the builder has no field for. */
export interface Changed {
  field: ChangedField;
  from: string;
  to: string;
}

const NOTHING = newDraft({ timeZone: 'UTC', startsOn: '' });

/** What a version changed, by the fields of the builder. */
export function changesBetween(before: Version, after: Version): Changed[] {
  const [older, newer] = [saidIn(before), saidIn(after)];
  const changed = (Object.keys(newer) as (keyof typeof newer)[])
    .filter((field) => older[field] !== newer[field])
    .map((field) => ({ field, from: older[field], to: newer[field] }));
  if (changed.length > 0 || before.policyVersion === after.policyVersion) return changed;
  return [{ field: 'more', from: '', to: '' }];
}

function saidIn(version: Version): Record<Exclude<ChangedField, 'more'>, string> {
  const { rules, restWeekdays, passphrase: _hidden, ...draft } = draftFrom(version, null, NOTHING);
  return {
    ...draft,
    rules: rules.map(({ title, text }) => `${title}\n${text}`).join('\n\n'),
    restWeekdays: restWeekdays.join(' '),
    description: version.description ?? '',
  };
}
