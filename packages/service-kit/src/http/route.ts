import type { Refused, Role } from '@daka/contracts';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { User } from '../auth';

/** `public`: anybody; `signed_in`: any account; roles: who has one of them on the thing in the path. */
export type Access = 'public' | 'signed_in' | readonly Role[];

/** The refusals that a route may answer with under one status. */
export interface Refusals<Code extends string = string> {
  refusals: readonly Code[];
}

export function refusals<const Code extends string>(...codes: Code[]): Refusals<Code> {
  return { refusals: codes };
}

export type Answers = Readonly<Record<number, z.ZodType | null | Refusals>>;

type Parsed<Schema, Otherwise> = Schema extends z.ZodType ? z.output<Schema> : Otherwise;
type Bodies<A extends Answers> = {
  [Status in keyof A]: A[Status] extends z.ZodType ? z.input<A[Status]> : A[Status] extends null ? null : never;
}[keyof A];
type Codes<A extends Answers> = { [Status in keyof A]: A[Status] extends Refusals<infer Code> ? Code : never }[keyof A];

export interface RouteInput<Params, Query, Body, Who> {
  params: Params;
  query: Query;
  body: Body;
  /** Who asks; on public routes only when a valid token came along. */
  user: Who;
  req: Request;
  res: Response;
}

type WhoAsks<A extends Access> = A extends 'public' ? User | undefined : User;

/** What a handler returns that has answered on `res` by itself: a stream that goes on. */
export const ANSWERED = Symbol('answered');

/** One route as data: validation, access, OpenAPI and the access tests all come from it. */
export interface Route<Ports, P, Q, B, A extends Answers, Who extends Access, Raw extends boolean> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it, with `:name` for parameters. */
  path: string;
  summary: string;
  access: Who;
  /** For the other services alone: in no document, so the public origin does not forward it. */
  internal?: boolean;
  /** Honours the header Idempotency-Key; for routes that need a user and set no cookies (only status and body are kept). */
  idempotent?: boolean;
  /** The body is handed over as a Buffer, unparsed (signed webhooks). */
  rawBody?: Raw;
  /** The body is not read: the handler takes it off `req` as it comes, bytes of whatever kind. */
  streamsBody?: boolean;
  /** Default 262,144. */
  maxBodyBytes?: number;
  /** What the body of a success is sent as, and then as it is (text or bytes). Default: JSON. Of a stream of events the schema is that of one event's data. */
  mediaType?: string;
  params?: P;
  query?: Q;
  body?: B;
  /** What was begun and is not done yet, such as a seat that is waited for, is answered 202 instead of the success status. */
  isPending?(body: Bodies<A>): boolean;
  /** The first success status is used; null is an empty body. Refusals are listed by their status. */
  answers: A;
  handle(
    input: RouteInput<
      Parsed<P, Record<string, string>>,
      Parsed<Q, Record<string, never>>,
      Parsed<B, Raw extends true ? Buffer : undefined>,
      WhoAsks<Who>
    >,
    ports: Ports,
  ): Promise<Bodies<A> | Refused<Codes<A>> | typeof ANSWERED>;
}

/** A route as lists hold it: what comes in and goes out is forgotten, what it needs is not. `never`: for those who only read what it says of itself. */
export interface RouteDefinition<Ports = never> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  summary: string;
  access: Access;
  internal?: boolean;
  idempotent?: boolean;
  rawBody?: boolean;
  streamsBody?: boolean;
  maxBodyBytes?: number;
  mediaType?: string;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answers: Answers;
  isPending?: (body: never) => boolean;
  handle: (input: never, ports: Ports) => Promise<unknown>;
}

/** Describes a route for use cases that need these ports: `route<Ports>()({ ... })`. */
export function route<Ports>() {
  return <
    const P extends z.ZodType | undefined = undefined,
    const Q extends z.ZodType | undefined = undefined,
    const B extends z.ZodType | undefined = undefined,
    const A extends Answers = Answers,
    const Who extends Access = Access,
    const Raw extends boolean = false,
  >(
    definition: Route<Ports, P, Q, B, A, Who, Raw>,
  ): RouteDefinition<Ports> => definition;
}

/** The success status of a route and the schema of its body. */
export function successOf({ answers, method, path }: RouteDefinition): { status: number; schema: z.ZodType | null } {
  for (const [status, answer] of Object.entries(answers)) {
    if (Number(status) < 300 && !isRefusals(answer)) return { status: Number(status), schema: answer };
  }
  throw new Error(`${method} ${path} has no success answer`);
}

/** The status of each refusal that a route may answer with. */
export function refusalStatuses({ answers }: RouteDefinition): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(answers).flatMap(([status, answer]) =>
      isRefusals(answer) ? answer.refusals.map((code) => [code, Number(status)] as const) : [],
    ),
  );
}

function isRefusals(answer: z.ZodType | null | Refusals): answer is Refusals {
  return answer !== null && 'refusals' in answer;
}
