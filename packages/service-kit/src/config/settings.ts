import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** One environment variable: what it means and how its text is read. Without a default it must be given. */
export interface Setting<T = unknown> {
  describe: string;
  schema: z.ZodType<T>;
  default?: string;
  /** Never shown, neither in errors nor in tables; may be given as the file NAME_FILE; its default, if not empty, is refused in production. */
  secret?: boolean;
  /** Why production refuses this text, as the other variables are; null: it does not. */
  inProduction?(text: string, env: NodeJS.ProcessEnv): string | null;
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
    const given = readGiven(name, setting, env);
    if ('problem' in given) {
      problems.push(given.problem);
      continue;
    }
    const text = given.text ?? setting.default;
    if (text === undefined) {
      problems.push(`${name} is missing (${setting.describe})`);
      continue;
    }
    if (given.text === undefined && setting.secret && setting.default !== '' && env['NODE_ENV'] === 'production')
      problems.push(`${name} is missing: its default is public and refused in production (${setting.describe})`);
    const parsed = setting.schema.safeParse(text);
    if (parsed.success) {
      config[name] = parsed.data;
      const refused = env['NODE_ENV'] === 'production' ? setting.inProduction?.(text, env) : null;
      if (refused) problems.push(`${name} ${refused} and refused in production`);
    } else
      problems.push(
        `${name}${setting.secret ? '' : ` "${text}"`}: ${parsed.error.issues.map(({ message }) => message).join(', ')}`,
      );
  }
  if (problems.length > 0) throw new ConfigError(`bad settings: ${problems.join('; ')}`);
  // One value for each setting, parsed by its own schema, or the line above has thrown.
  return config as ConfigOf<S>;
}

/** What stands in the variable, or for a secret in the file that NAME_FILE names, without the line's end. */
function readGiven(
  name: string,
  { secret = false }: Setting,
  env: NodeJS.ProcessEnv,
): { text: string | undefined } | { problem: string } {
  const text = env[name] || undefined;
  const file = secret ? env[`${name}_FILE`] || undefined : undefined;
  if (file === undefined) return { text };
  if (text !== undefined) return { problem: `${name} and ${name}_FILE are both given` };
  try {
    return { text: readFileSync(file, 'utf8').trimEnd() };
  } catch (error) {
    return { problem: `${name}_FILE: ${String(error)}` };
  }
}

/** The settings as a Markdown table. */
export function settingsTable(settings: Settings): string {
  const rows = Object.entries(settings).map(([name, { describe, default: fallback, secret }]) => {
    const shown =
      fallback === undefined
        ? 'required'
        : fallback === ''
          ? 'empty'
          : secret
            ? 'a development value'
            : `\`${fallback}\``;
    const names = secret ? `\`${name}\` or \`${name}_FILE\`` : `\`${name}\``;
    return `| ${names} | ${describe} | ${shown} |`;
  });
  return ['| variable | meaning | default |', '|---|---|---|', ...rows].join('\n');
}
