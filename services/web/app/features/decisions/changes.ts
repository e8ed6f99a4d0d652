import type { Text } from '../../texts/use-text';

/**
 * What the owner changed, a line each, in the reader's language. The log has a line a change, "capacity: 20 → 30", or the name of a long text alone; its words
 * are hashed as they are, so they are put into other words only here.
 */
export function changesTexts(reason: string, text: Text, timeText: (instant: string) => string): string[] {
  return reason.split('\n').map((line) => {
    const [, field = '', values] = /^(\w+)(?:: (.*))?$/.exec(line) ?? [];
    const name = text('decisions.field', { field });
    if (values === undefined) return name;
    // A title may have an arrow of its own; instants have none.
    const said = field === 'enrolUntil' ? values.split(' → ').map(timeText).join(' → ') : values;
    return text('decisions.change', { name, values: said });
  });
}
