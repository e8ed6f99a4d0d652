import { isAtMost } from '@daka/rules';

/** Whether the services take a text: it says something, and holds no more characters than that, counted as the rules count them. */
export function isSayable(text: string, mostCharacters: number): boolean {
  return text.trim() !== '' && isAtMost(text, mostCharacters);
}
