import { line, prose } from './common';

const message = (schema: ReturnType<typeof line>, text: string) =>
  schema.safeParse(text).error?.issues.map((issue) => issue.message);

it('limits names and reasons in characters, whatever their bytes, and names the limit', () => {
  for (const character of ['a', '长', '👍🏽', '👨‍👩‍👧‍👦']) {
    expect(line(80).safeParse(character.repeat(80)).success).toBe(true);
    expect(message(line(80), character.repeat(81))).toEqual(['holds at most 80 characters']);
    expect(prose(1_000).safeParse(character.repeat(1_000)).success).toBe(true);
    expect(message(prose(1_000), character.repeat(1_001))).toEqual(['holds at most 1000 characters']);
  }
});
