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
type Bodies<A extends Answers> = { [Status in keyof A]: A[Status] extends z.ZodType ? z.input<A[Status]> : A[Status] extends null ? null : never }[keyof A];
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

/** One route as data: validation, access, OpenAPI and the access tests all come from it. */
export interface Route<Ports, P, Q, B, A extends Answers, Who extends Access> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express writes it, with `:name` for parameters. */
  path: string;
  summary: string;
  access: Who;
  /** Honours the header Idempotency-Key. */
  idempotent?: boolean;
  /** The body is handed over as a Buffer, unparsed (signed webhooks). */
  rawBody?: boolean;
  params?: P;
  query?: Q;
  body?: B;
  /** The first success status is used; null is an empty body. Refusals are listed by their status. */
  answers: A;
  handle(
    input: RouteInput<Parsed<P, Record<string, string>>, Parsed<Q, Record<string, never>>, Parsed<B, undefined>, WhoAsks<Who>>,
    ports: Ports,
  ): Promise<Bodies<A> | Refused<Codes<A>>>;
}

/** A route whose types are forgotten, as lists of routes hold it. */
export interface RouteDefinition {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  summary: string;
  access: Access;
  idempotent?: boolean;
  rawBody?: boolean;
  params?: z.ZodType;
  query?: z.ZodType;
  body?: z.ZodType;
  answers: Answers;
  handle(input: never, ports: never): Promise<unknown>;
}

/** Describes a route for use cases that need these ports: `route<Ports>()({ ... })`. */
export function route<Ports>() {
  return <
    const P extends z.ZodType | undefined = undefined,
    const Q extends z.ZodType | undefined = undefined,
    const B extends z.ZodType | undefined = undefined,
    const A extends Answers = Answers,
    const Who extends Access = Access,
  >(definition: Route<Ports, P, Q, B, A, Who>): RouteDefinition => definition as RouteDefinition;
}
