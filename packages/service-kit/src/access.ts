import type { Request } from 'express'
import { cookieNames, isOurCookie } from '@buy-locals/contracts/cookies'
import type { Access, Operation } from '@buy-locals/contracts/operation'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Caller } from './caller.ts'
import type { Db } from './kit-tables.ts'
import { isAdmin, requireMember, requireOperator } from './memberships.ts'
import type { Actor, ServiceDeps } from './service.ts'

/** Access where the caller need not be signed in, or proves it in a way that the service itself checks. */
export type OpenAccess = Extract<Access, 'anyone' | 'booker' | 'party' | 'machine'>

/** Where a guest's proof does what an account does. */
const openToGuests: readonly Access[] = ['booker', 'party']

/** A token in the header must be valid; an expired cookie counts as none. */
export async function identify(
  { access, method }: Operation,
  req: Request,
  caller: Caller,
  { authenticate, allowedOrigins, guestProof }: Pick<ServiceDeps, 'authenticate' | 'allowedOrigins' | 'guestProof'>,
): Promise<Actor | undefined> {
  if (access === 'machine') return undefined
  const authorization = req.get('authorization')
  if (authorization !== undefined) {
    const token = /^Bearer ([\w.~+/:-]+=*)$/i.exec(authorization)?.[1]
    const actor = token && (await authenticate(token))
    if (!actor) throw new Problem('unauthenticated', 'The token is not valid, or it has expired')
    return actor
  }
  if (method !== 'get') refuseForeignPage(req.get('origin'), caller, allowedOrigins)
  const cookie = caller.cookies[cookieNames.access]
  const actor = cookie ? await authenticate(cookie) : undefined
  const hasProof = actor !== undefined || (openToGuests.includes(access) && Boolean(guestProof?.(caller)))
  if (!hasProof && access !== 'anyone') throw new Problem('unauthenticated', 'Sign in to do this')
  return actor
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
  } else if (access === 'admin' && !(await isAdmin(db, actor))) {
    throw new Problem('not-found', 'There is no such thing')
  }
}
