import type { Request } from 'express'
import type { Access, Operation } from '@buy-locals/contracts/operation'
import { Problem } from '@buy-locals/contracts/problem'
import type { Id } from '@buy-locals/values/ids'
import type { Caller } from './caller.ts'
import type { Db } from './kit-tables.ts'
import { hasManageLink } from './manage-link.ts'
import { isAdmin, requireMember, requireOperator } from './memberships.ts'
import type { Actor, Authenticate } from './service.ts'

/** Access where the caller need not be signed in, or proves it in a way that the service itself checks. */
export type OpenAccess = Extract<Access, 'anyone' | 'booker' | 'party' | 'machine'>

/** Where a guest's link does what an account does. */
const ofBooking: readonly Access[] = ['booker', 'party']
export const cookieOfAccess = 'bl_access'

/** A token in the header must be good; a cookie that has run out is a visitor without one. */
export async function identify(
  { access, method }: Operation,
  req: Request,
  caller: Caller,
  { authenticate, allowedOrigins }: { authenticate: Authenticate; allowedOrigins: readonly string[] },
): Promise<Actor | undefined> {
  if (access === 'machine') return undefined
  const authorization = req.get('authorization')
  if (authorization !== undefined) {
    const token = /^Bearer ([\w.~+/:-]+=*)$/i.exec(authorization)?.[1]
    const actor = token && (await authenticate(token))
    if (!actor) throw new Problem('unauthenticated', 'The token is false or has run out')
    return actor
  }
  if (method !== 'get') refuseForeignPage(req.get('origin'), caller, allowedOrigins)
  const cookie = caller.cookies[cookieOfAccess]
  const actor = cookie ? await authenticate(cookie) : undefined
  const hasProof = actor !== undefined || (ofBooking.includes(access) && hasManageLink(caller))
  if (!hasProof && access !== 'anyone') throw new Problem('unauthenticated', 'Sign in to do this')
  return actor
}

/** A browser sends our cookies along with what another site's page asks for, but says whose page it was. */
function refuseForeignPage(origin: string | undefined, { cookies }: Caller, allowed: readonly string[]): void {
  const hasOurs = Object.keys(cookies).some((name) => name.startsWith('bl_'))
  if (hasOurs && origin !== undefined && !allowed.includes(origin))
    throw new Problem('forbidden', 'Another site asked for this')
}

type Named = { businessId?: Id<'business'>; marketId?: Id<'market'>; bookingId?: Id<'booking'> }

/** As far as the path decides. Of a booking or a review its service decides, and of which market a business is, by `requireMember` and `requireOperator`. */
export async function admit(
  db: Db,
  { access }: Operation,
  actor: Actor | undefined,
  { businessId, marketId, bookingId }: Named,
): Promise<void> {
  if (access === 'staff' || access === 'manager' || access === 'owner') {
    if (businessId) await requireMember(db, actor, businessId, access)
  } else if (access === 'operator') {
    if (!bookingId) await requireOperator(db, actor, marketId, businessId)
  } else if (access === 'admin' && !(await isAdmin(db, actor))) {
    throw new Problem('not-found', 'There is no such thing')
  }
}
