import { z } from 'zod';
import { isKnownCurrency } from '../payments/currency';
import { ApiError } from './error';

/** Form values arrive as text; these read them as Stripe does. */
export const integer = (min = 0, max = Number.MAX_SAFE_INTEGER) =>
  z
    .string()
    .regex(/^-?\d{1,16}$/, 'Invalid integer')
    .transform(Number)
    .refine((n) => n >= min, `This value must be greater than or equal to ${min}.`)
    .refine((n) => n <= max, `This value must be less than or equal to ${max}.`);

export const boolean = z.enum(['true', 'false'], 'Invalid boolean').transform((text) => text === 'true');

export const text = (max = 5_000) =>
  z.string().min(1, 'You passed an empty string').max(max, `Invalid string: at most ${max} characters`);

export const url = text().refine((value) => /^https?:\/\//.test(value) && URL.canParse(value), 'Not a valid URL');

export const currency = z
  .string()
  .transform((value) => value.toLowerCase())
  .refine(isKnownCurrency, 'Invalid currency');

/** At most 50 keys of 40 characters, values of 500. An empty value unsets the key. */
export const metadata = z
  .union([
    z.literal('').transform(() => ({})),
    z.record(
      z.string().max(40, 'Metadata keys can be at most 40 characters'),
      z.string().max(500, 'Metadata values can be at most 500 characters'),
    ),
  ])
  .refine((values) => Object.keys(values).length <= 50, 'You can have at most 50 metadata keys')
  .transform((values): Record<string, string> => ({ ...values }));

export const expand = z.array(z.string()).max(20).default([]);

export const createdRange = z
  .union([
    integer().transform((at) => ({ gte: at, lte: at })),
    z.strictObject({ gt: integer(), gte: integer(), lt: integer(), lte: integer() }).partial(),
  ])
  .optional();

/** The parameters of every list. */
export const page = {
  limit: integer(1, 100).default(10),
  starting_after: text().optional(),
  ending_before: text().optional(),
  expand,
};

/**
 * Reads the parameters or refuses them as Stripe would: unknown ones by name, then missing ones, then wrong values.
 * `known`: parameters that Stripe has and the sandbox does not play; they are refused too, in other words.
 */
export function parseParams<T>(schema: z.ZodType<T>, input: unknown, known: readonly string[] = []): T {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw refusalOf(result.error.issues.flatMap(innermost), input, known);
}

type Issue = z.core.$ZodIssue;

/** Of a union's complaints, those of the branch that came nearest. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branches = issue.errors.map((inner) =>
    inner.flatMap((one) => innermost({ ...one, path: [...issue.path, ...one.path] })),
  );
  return branches.sort((a, b) => depthOf(b) - depthOf(a))[0] ?? [issue];
}

const depthOf = (issues: readonly Issue[]): number =>
  Math.max(...issues.map((issue) => issue.path.length + (issue.code === 'unrecognized_keys' ? 1 : 0)));

function refusalOf(issues: readonly Issue[], input: unknown, known: readonly string[]): ApiError {
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unknown?.code === 'unrecognized_keys')
    return unknownParameter(paramName([...unknown.path, unknown.keys[0] ?? '']), known);
  const absent = issues.find((issue) => valueAt(input, issue.path) === undefined);
  if (absent)
    return badParam('parameter_missing', `Missing required param: ${paramName(absent.path)}.`, paramName(absent.path));
  const [first] = issues;
  const param = paramName(first?.path ?? []);
  if (first?.message === 'Invalid integer')
    return badParam('parameter_invalid_integer', `Invalid integer: ${String(valueAt(input, first.path))}`, param);
  if (first?.message.startsWith('You passed an empty string'))
    return badParam(
      'parameter_invalid_empty',
      `You passed an empty string for '${param}'. We assume empty values are an attempt to unset a parameter; however '${param}' cannot be unset. You should remove '${param}' from your request or supply a non-empty value.`,
      param,
    );
  return badParam(
    first?.message === 'Not a valid URL' ? 'url_invalid' : undefined,
    `Invalid ${param}: ${first?.message ?? 'not understood'}`,
    param,
  );
}

function unknownParameter(param: string, known: readonly string[]): ApiError {
  const pattern = param.replace(/\[\d+\]/g, '[]');
  const isKnown = known.includes(pattern) || known.includes(pattern.split('[')[0] ?? '');
  return isKnown
    ? badParam('parameter_unsupported', `Parameter ${param} is Stripe's, but not supported by the sandbox.`, param)
    : badParam('parameter_unknown', `Received unknown parameter: ${param}`, param);
}

const badParam = (code: string | undefined, message: string, param: string): ApiError =>
  new ApiError(400, { type: 'invalid_request_error', message, param, ...(code && { code }) }, false);

/** `line_items[0][price_data][currency]` */
const paramName = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (i === 0 ? String(part) : `[${String(part)}]`)).join('');

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, part) => (value as Record<PropertyKey, unknown> | null | undefined)?.[part],
    input,
  );
}
