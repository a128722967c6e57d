import { timingSafeEqual } from 'node:crypto'
import { cookieNames } from '@buy-locals/contracts/cookies'
import type { Caller } from '@buy-locals/service-kit/caller'
import { hashSecret } from '@buy-locals/service-kit/secret'
import type { Id } from '@buy-locals/values/ids'

/** What of a caller can hold a manage token. */
type Holding = Pick<Caller, 'header' | 'cookies'>

export const verifyManageToken = (token: string | undefined, hash: string | null | undefined): boolean =>
  token && hash ? timingSafeEqual(Buffer.from(hashSecret(token)), Buffer.from(hash)) : false

/** The caller's token for this booking: from the header, or from the cookie `<bookingId>.<token>`. */
export function readManageToken({ header, cookies }: Holding, bookingId: Id<'booking'>): string | undefined {
  const fromHeader = header('x-manage-token')
  if (fromHeader) return fromHeader
  const [id, token] = cookies[cookieNames.manageLink]?.split('.') ?? []
  return id === bookingId ? token : undefined
}

/** The bookings that the caller's cookies are for, each with the token that has to be verified. */
export function listManaged({ cookies }: Pick<Holding, 'cookies'>): { bookingId: Id<'booking'>; token: string }[] {
  const [bookingId, token] = cookies[cookieNames.manageLink]?.split('.') ?? []
  return bookingId && token ? [{ bookingId: bookingId as Id<'booking'>, token }] : []
}

/** The token or cookie that the caller shows, of whichever booking. */
export const guestProof = ({ header, cookies }: Holding): string | undefined =>
  header('x-manage-token') ?? cookies[cookieNames.manageLink]
