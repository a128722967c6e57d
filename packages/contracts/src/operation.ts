import type { z } from 'zod'
import type { ProblemCode } from './problem.ts'

/** In the order in which their schemas are made. */
export const serviceNames = ['auth', 'business', 'booking', 'payment', 'review', 'notification'] as const
export type ServiceName = (typeof serviceNames)[number]

/** Who may call. Deny by default: an operation without it does not compile.
 *  `booker`: the consumer of the booking in the path, or the guest with its manage link. `party`: the booker, or staff of its business; the operator may read what they read.
 *  `staff` < `manager` < `owner`: of the business in the path, or of the business of the booking or review in the path.
 *  `operator`: of the market concerned; an admin is operator everywhere. `machine`: signed by a vendor, checked by the service. */
export type Access =
  'anyone' | 'person' | 'booker' | 'party' | 'staff' | 'manager' | 'owner' | 'operator' | 'admin' | 'machine'

/** The coarse limits of the gateway, by caller's address. */
export type Throttle = 'read' | 'write' | 'identity' | 'machine'

export type Operation = {
  id: string
  /** Two to four words by which people find it: `Book a time`. */
  title: string
  /** Whose it is; what is the host's own is answered by no service. */
  service: ServiceName | 'host'
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Below `/v1`, with `:names` that `params` explains. */
  path: `/${string}`
  summary: string
  access: Access
  throttle: Throttle
  /** Access tokens outlive their session by minutes; here the session is looked up. */
  sensitive?: true
  /** Whoever has a second factor has shown it within the last ten minutes. */
  stepUp?: true
  /** Members are shown more than strangers: whoever's session has ended is refused, and never shown less. */
  showsMembersMore?: true
  /** The client makes an `Idempotency-Key`; the first answer is given again. `if-sent`: without a key, each request is one of its own. */
  idempotent?: true | 'if-sent'
  /** `If-Match` with the version that was read; `if-sent`: without it, the change is made over whatever is there. */
  conditional?: true | 'if-sent'
  /** The body reaches the handler as bytes. */
  raw?: true
  params?: z.ZodObject
  query?: z.ZodObject
  body?: z.ZodType
  status: 200 | 201 | 202 | 204
  returns?: z.ZodType
  /** What it answers besides, or instead of, JSON. */
  produces?: 'text/calendar' | 'text/csv'
  problems: readonly ProblemCode[]
  /** Seconds that a public answer may be kept by anyone. */
  cacheSeconds?: number
  /** To all who show no session it is the same answer: a copy that is younger than a second will do. */
  shared?: true
  /** Takes something out of sight: once it is answered, no copy shows it. */
  hides?: true
}

export const operation = <const O extends Operation>(definition: O): O => definition

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined

export type Params<O extends Operation> = Parsed<O['params']>
export type Query<O extends Operation> = Parsed<O['query']>
export type Body<O extends Operation> = Parsed<O['body']>
/** What a service returns, before the contract strips it. */
export type Returns<O extends Operation> = O['returns'] extends z.ZodType ? z.input<O['returns']> : void
/** What a client receives. */
export type Output<O extends Operation> = Parsed<O['returns']>

type RequiredPart<K extends string, S> = S extends z.ZodType ? { [key in K]: z.input<S> } : unknown
type OptionalPart<K extends string, S> = S extends z.ZodType ? { [key in K]?: z.input<S> } : unknown
/** What a client gives. */
export type Input<O extends Operation> = RequiredPart<'params', O['params']> &
  OptionalPart<'query', O['query']> &
  (undefined extends InputOf<O['body']> ? OptionalPart<'body', O['body']> : RequiredPart<'body', O['body']>)

type InputOf<S> = S extends z.ZodType ? z.input<S> : never
