import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Id } from '@buy-locals/values/ids'
import type { Caller } from './caller.ts'

/** A guest's proof: for one booking, in the fragment of a link, exchanged for this cookie. */
export const cookieOfManageLink = 'bl_manage'

/** 256 bits that nobody can guess; only their hash is kept. */
export const newManageToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

export const opens = (token: string | undefined, hash: string | null | undefined): boolean =>
  token && hash ? timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(hash)) : false

/** What the caller holds for this booking: the header, or the cookie `<bookingId>.<token>`. */
export function manageTokenFor(
  { manageToken, cookies }: Pick<Caller, 'manageToken' | 'cookies'>,
  bookingId: Id<'booking'>,
): string | undefined {
  if (manageToken) return manageToken
  const [id, token] = cookies[cookieOfManageLink]?.split('.') ?? []
  return id === bookingId ? token : undefined
}

/** Whether the caller shows a link at all, to whichever booking. */
export const hasManageLink = ({ manageToken, cookies }: Pick<Caller, 'manageToken' | 'cookies'>): boolean =>
  Boolean(manageToken || cookies[cookieOfManageLink])
