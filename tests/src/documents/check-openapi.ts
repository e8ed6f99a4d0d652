import { createConfig, lintFromString, type Config } from '@redocly/openapi-core';

/** Redocly's recommended rules, but for what does not fit an API whose problems are all described. */
const RULES = {
  // A public route that takes nothing (signing out, the public keys) has nothing to refuse.
  'operation-4xx-response': 'off',
} as const;

/** What Redocly's recommended rules find wrong with a document, warnings too, one line each. */
export async function openApiFindings(json: string): Promise<string[]> {
  const findings = await lintFromString({ source: json, config: await recommended() });
  return findings.map(({ ruleId, message, location }) => `${location[0]?.pointer ?? '#/'}: ${message} (${ruleId})`);
}

let config: Promise<Config> | undefined;

function recommended(): Promise<Config> {
  config ??= createConfig({ extends: ['recommended'], rules: RULES });
  return config;
}
