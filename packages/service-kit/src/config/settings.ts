import { z } from 'zod';

/** One environment variable: what it means and how its text is read. Without a default it must be given. */
export interface Setting<T = unknown> {
  describe: string;
  schema: z.ZodType<T>;
  default?: string;
  /** Never shown, neither in errors nor in tables. */
  secret?: boolean;
}

export type Settings = Readonly<Record<string, Setting>>;
export type ConfigOf<S extends Settings> = { readonly [Name in keyof S]: S[Name] extends Setting<infer T> ? T : never };

/** What is wrong with the environment, every variable at once. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the settings from an environment.
 * @throws ConfigError naming each variable that is missing or cannot be read.
 */
export function loadConfig<S extends Settings>(settings: S, env: NodeJS.ProcessEnv): ConfigOf<S> {
  const problems: string[] = [];
  const config: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(settings)) {
    const text = env[name] === undefined || env[name] === '' ? setting.default : env[name];
    if (text === undefined) {
      problems.push(`${name} is missing (${setting.describe})`);
      continue;
    }
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) config[name] = parsed.data;
    else problems.push(`${name}${setting.secret ? '' : ` "${text}"`}: ${parsed.error.issues.map(({ message }) => message).join(', ')}`);
  }
  if (config.NODE_ENV === 'production' && config.CLOCK_FILE) problems.push('CLOCK_FILE is a virtual clock and refused in production');
  if (problems.length > 0) throw new ConfigError(`bad settings: ${problems.join('; ')}`);
  return config as ConfigOf<S>;
}

/** The settings as a Markdown table. */
export function settingsTable(settings: Settings): string {
  const rows = Object.entries(settings).map(([name, { describe, default: fallback, secret }]) => {
    const shown = fallback === undefined ? 'required' : secret ? 'a development value' : fallback === '' ? 'empty' : `\`${fallback}\``;
    return `| \`${name}\` | ${describe} | ${shown} |`;
  });
  return ['| variable | meaning | default |', '|---|---|---|', ...rows].join('\n');
}
