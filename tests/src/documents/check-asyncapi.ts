import { Parser } from '@asyncapi/parser';

/** 0 error, 1 warning, 2 information, 3 hint, as the parser's linter counts. */
const WARNING = 1;

/**
 * What AsyncAPI's own parser finds wrong with a document, one line each.
 * Left out is what is only information: that 3.0.0, which the installed tools of others read, is not the newest version.
 */
export async function asyncApiFindings(json: string): Promise<string[]> {
  const findings = await new Parser().validate(json);
  return findings
    .filter(({ severity }) => severity <= WARNING)
    .map(({ code, message, path }) => `${path.join('.')}: ${message} (${String(code)})`);
}
