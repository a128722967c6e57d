import { setTimeout } from 'node:timers/promises'
import type { Request, Response, Router } from 'express'
import type { Transaction } from 'kysely'
import type { ZodRecord } from 'zod'
import type { Returns, Body, Operation, Params, Query } from '@buy-locals/contracts/operation'
import { authorize, identify, refuseStale, refuseUnconfirmed, type OpenAccess } from './access.ts'
import { readCaller, refuseOldApp, type Caller } from './caller.ts'
import { timeAhead } from './clock.ts'
import { runOnce } from './idempotency.ts'
import type { Db, KitTables, Tx } from './kit-tables.ts'
import { addToLog } from './log.ts'
import { copiesDieMs } from './read-cache.ts'
import { collectHeaders, send, toResponse, type Headers, type StoredResponse, type Text } from './reply.ts'
import { readBody, readIdempotencyKey, readParams, readQuery, readVersion } from './request-input.ts'
import type { Actor, ServiceDeps } from './service.ts'

export type Edge<DB extends KitTables = KitTables> = Pick<
  ServiceDeps<DB>,
  | 'db'
  | 'clock'
  | 'authenticate'
  | 'allowedOrigins'
  | 'guestProof'
  | 'minimumAppVersion'
  | 'readCache'
  | 'sharedReads'
  | 'operatorsNeedSecondFactor'
>

/** What is returned as a record may be stored as the text that is sent. */
type Result<O extends Operation> =
  Returns<O> | (O extends { produces: string } ? Text : never) | (O extends { returns: ZodRecord } ? Text : never)

export type Call<O extends Operation, DB extends KitTables = KitTables> = {
  actor: O['access'] extends OpenAccess ? Actor | undefined : Actor
  params: Params<O>
  query: Query<O>
  body: O extends { raw: true } ? Buffer : Body<O>
  /** The version that the caller has read, from `If-Match`. */
  ifMatch: O extends { conditional: true }
    ? number
    : O extends { conditional: 'if-sent' }
      ? number | undefined
      : undefined
  /** What many share cannot depend on who asks. */
  caller: O extends { shared: true } ? undefined : Caller
  reply: Headers & {
    /** Stores the answer for the Idempotency-Key in the transaction of its effect, so that no crash can separate the two. */
    keep(tx: Transaction<DB>, result: Result<O>): Promise<void>
  }
}

export type RunOperation<O extends Operation, DB extends KitTables = KitTables> = (
  call: Call<O, DB>,
) => Promise<Result<O>>

/** Puts an operation on the router: identifies and authorizes the caller, parses the request, runs the handler, and strips the answer to what the contract promises. */
export function mount<O extends Operation, DB extends KitTables>(
  router: Router,
  operation: O,
  deps: Edge<DB>,
  handler: RunOperation<O, DB>,
): void {
  const path: string = `/v1${operation.path}`
  router[operation.method](path, async (req, res) => {
    addToLog({ operation: operation.id })
    const response = await respond(req, res, operation, deps, handler)
    if (operation.method !== 'get') await refresh(operation, deps, req, response)
    send(req, res, operation, response)
  })
  router.all(path, (_req, res, next) => {
    res.append('allow', operation.method.toUpperCase()) // read by refuseUnknownPath, which answers 405
    next()
  })
  if (operation.shared) {
    deps.sharedReads?.set(operation.id, async (input) => {
      const parts = { params: readParams(operation, input), query: readQuery(operation, input) }
      return respondToStranger(operation, deps, handler, parts)
    })
  }
}

async function respond<O extends Operation, DB extends KitTables>(
  req: Request,
  res: Response,
  operation: O,
  deps: Edge<DB>,
  handler: RunOperation<O, DB>,
): Promise<StoredResponse> {
  const db = deps.db as unknown as Db
  const caller = readCaller(req)
  refuseOldApp(caller, deps.minimumAppVersion)
  const { actor, isStale } = await identify(operation, req, caller, { ...deps, db })
  if (actor) addToLog({ actor: actor.id })
  const params = readParams(operation, req)
  await authorize(db, operation, actor, params ?? {})
  if (operation.stepUp) refuseUnconfirmed(actor, deps.clock())
  const query = readQuery(operation, req)
  const ifMatch = readVersion(operation, req)
  const key = readIdempotencyKey(operation, req)
  const body = await readBody(operation, req, res)

  const run = async (store: (tx: Tx, response: StoredResponse) => Promise<void>) => {
    const headers: StoredResponse['headers'] = {}
    const reply: Call<O, DB>['reply'] = {
      ...collectHeaders(headers),
      keep: (tx, result) => store(tx as unknown as Tx, toResponse(operation, result, headers)),
    }
    // Each part was parsed by the operation's own schema; TypeScript cannot follow that through a generic.
    const call = { actor, params, query, body, ifMatch, caller: operation.shared ? undefined : caller, reply }
    const result = await handler(call as Call<O, DB>).catch((error: unknown) => {
      res.set(headers) // a refusal may take a cookie back
      if (isStale && operation.access !== 'anyone') refuseStale(error)
      throw error
    })
    return toResponse(operation, result, headers)
  }
  const isStranger = !actor && !isStale && !deps.guestProof?.(caller)
  if (operation.shared && isStranger) return respondToStranger(operation, deps, handler, { params, query })
  if (key === undefined) return run(async () => {})
  const request = {
    // Not the address, which a phone changes between two tries: whoever shows nothing else still has the key.
    caller: actor?.id ?? deps.guestProof?.(caller) ?? 'anybody',
    operation: operation.id,
    key,
    request: { params, query, body },
  }
  return runOnce(db, deps.clock, request, run)
}

/** The same for every stranger, who may get a copy. */
async function respondToStranger<O extends Operation, DB extends KitTables>(
  operation: O,
  { readCache, clock }: Edge<DB>,
  handler: RunOperation<O, DB>,
  { params, query }: { params: unknown; query: unknown },
): Promise<StoredResponse> {
  const load = async () => {
    const headers: StoredResponse['headers'] = {}
    const reply = { ...collectHeaders(headers), keep: async () => {} }
    const call = { actor: undefined, params, query, body: undefined, ifMatch: undefined, caller: undefined, reply }
    return toResponse(operation, await handler(call as unknown as Call<O, DB>), headers)
  }
  if (!readCache) return load()
  // Where time is moved, what was read before the move is not read after it.
  const key = JSON.stringify([operation.id, params, query, timeAhead(clock)])
  return readCache.read({ key, subject: subjectOf(operation, params) }, load)
}

/** A business is also found by its slug; those copies, and those of many businesses, are about the whole service. */
function subjectOf({ service }: Operation, params: unknown): string {
  const { businessId } = (params ?? {}) as { businessId?: string }
  return businessId?.startsWith('biz_') ? businessId : service
}

/** What it changed is read anew at once where it was changed, and everywhere before it is answered where something was hidden. */
async function refresh(
  { hides, service }: Operation,
  { readCache }: Pick<Edge, 'readCache'>,
  req: Request,
  { body }: StoredResponse,
): Promise<void> {
  if (!readCache) return
  const named = [req.params, req.body, body?.startsWith('{') ? JSON.parse(body) : undefined]
  const businessIds = named.flatMap((part: { businessId?: unknown } | undefined) => part?.businessId ?? [])
  readCache.forget(service, ...businessIds.map(String))
  if (hides) await setTimeout(copiesDieMs)
}
