import { isAtMost } from '@daka/rules';

/** Whether the services take a text: it says something, and holds no more characters than that, counted as the rules count them and without the space around it, which they drop. */
export function isSayable(text: string, mostCharacters: number): boolean {
  const said = text.trim();
  return said !== '' && isAtMost(said, mostCharacters);
}
