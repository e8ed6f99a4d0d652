/** Where in a record something is wrong. */
export interface Place {
  file: string;
  line?: number;
  /** 1-based; of a CSV the field, of JSON the character. */
  column?: number;
  /** Name of the CSV column or path of the JSON field. */
  field?: string;
}

/** A record that cannot be replayed; the message is one line that names the place. */
export class BadRecord extends Error {
  override readonly name = 'BadRecord';

  constructor(
    readonly place: Place,
    problem: string,
  ) {
    super(`${describePlace(place)}: ${problem}`);
  }
}

function describePlace({ file, line, column, field }: Place): string {
  const where = [
    `${file}${line === undefined ? '' : ` line ${line}`}`,
    ...(column === undefined ? [] : [`column ${column}`]),
  ].join(', ');
  return field === undefined ? where : `${where} (${field})`;
}
