import type { Request } from 'express'
import { cookieNames, isOurCookie } from '@buy-locals/contracts/cookies'
import type { Access, Operation } from '@buy-locals/contracts/operation'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Temporal } from 'temporal-polyfill'
import { showsSession, type Caller } from './caller.ts'
import { isErased } from './erasure.ts'
import type { Db } from './kit-tables.ts'
import { requireAdmin, requireMember, requireOperator } from './memberships.ts'
import type { Actor, ServiceDeps } from './service.ts'

/** Access where the caller need not be signed in, or proves it in a way that the service itself checks. */
export type OpenAccess = Extract<Access, 'anyone' | 'booker' | 'party' | 'machine'>

/** Where a guest's proof does what an account does. */
const openToGuests: readonly Access[] = ['booker', 'party']

type Identified = {
  actor: Actor | undefined
  /** The caller shows a session that is no more: a token that has expired, or only the cookie to renew it with. */
  isStale: boolean
}

type Deps = Pick<ServiceDeps, 'authenticate' | 'allowedOrigins' | 'guestProof' | 'operatorsNeedSecondFactor'> & {
  db: Db
}

/** Whoever's session is no more is a stranger where that shows them nothing less, and must sign in everywhere else. */
export async function identify(
  operation: Operation,
  req: Request,
  caller: Caller,
  { db, authenticate, allowedOrigins, guestProof, operatorsNeedSecondFactor }: Deps,
): Promise<Identified> {
  const { access, method } = operation
  if (access === 'machine') return { actor: undefined, isStale: false }
  const authorization = req.get('authorization')
  if (authorization === undefined && method !== 'get') refuseForeignPage(req.get('origin'), caller, allowedOrigins)
  const token = authorization === undefined ? caller.cookies[cookieNames.access] : readBearer(authorization)
  const found = token ? await authenticate(token) : undefined
  const own = found && (await isOver(db, operation, found)) ? undefined : found
  const isLacking = operatorsNeedSecondFactor && own && own.confirmedAt === undefined
  const actor = isLacking ? { ...own, lacksSecondFactor: true as const } : own
  const isStale = !actor && showsSession(req, caller)
  const hasProof = openToGuests.includes(access) && Boolean(guestProof?.(caller))
  if (actor || hasProof || (access === 'anyone' && !(isStale && operation.showsMembersMore))) return { actor, isStale }
  if (isStale) throw sessionEnded()
  throw new Problem('unauthenticated', 'Sign in to do this')
}

export const confirmationLifetime = { minutes: 10 }

/** Whoever finds an open screen has no phone with it. Who has no second factor has nothing to show again. */
export function refuseUnconfirmed(actor: Actor | undefined, now: Temporal.Instant): void {
  if (actor?.confirmedAt === undefined) return
  const oldest = now.subtract(confirmationLifetime).epochMilliseconds / 1_000
  if (actor.confirmedAt < oldest) throw new Problem('auth/confirmation-needed', 'Show your second factor again')
}

/** A token is believed for minutes: of whoever was erased never, and of an ended session not where that matters. */
async function isOver(db: Db, { sensitive }: Operation, { id, sessionId }: Actor): Promise<boolean> {
  if (!sensitive || !sessionId) return isErased(db, id)
  const found = db
    .selectFrom('erased_people')
    .select('person_id')
    .where('person_id', '=', id)
    .unionAll(db.selectFrom('ended_sessions').select('session_id as person_id').where('session_id', '=', sessionId))
  return (await found.executeTakeFirst()) !== undefined
}

const readBearer = (authorization: string) => /^Bearer ([\w.~+/:-]+=*)$/i.exec(authorization)?.[1]

const sessionEnded = () => new Problem('unauthenticated', 'The session has ended, or the token is not valid')

/** A guest's proof opens one booking alone; whoever is a member of the rest has to renew the session first. */
export function refuseStale(error: unknown): never {
  throw error instanceof Problem && error.code === 'not-found' ? sessionEnded() : error
}

/** A browser sends our cookies with requests from another site's page too, but names that page's origin. */
function refuseForeignPage(origin: string | undefined, { cookies }: Caller, allowed: readonly string[]): void {
  const hasOurs = Object.keys(cookies).some(isOurCookie)
  if (hasOurs && origin !== undefined && !allowed.includes(origin))
    throw new Problem('forbidden', 'Another site asked for this')
}

type PathIds = { businessId?: Id<'business'>; marketId?: Id<'market'> }

/** Checks the role as far as the ids in the path allow. A path that names neither a business nor a market is checked by the service, which knows whose the thing is. */
export async function authorize(
  db: Db,
  { access }: Operation,
  actor: Actor | undefined,
  params: PathIds,
): Promise<void> {
  const { businessId, marketId } = params
  if (access === 'staff' || access === 'manager' || access === 'owner') {
    if (businessId) await requireMember(db, actor, businessId, access)
  } else if (access === 'operator') {
    const isCheckedByService = !businessId && !marketId && Object.keys(params).length > 0
    if (!isCheckedByService) await requireOperator(db, actor, marketId, businessId)
  } else if (access === 'admin') {
    await requireAdmin(db, actor)
  }
}
