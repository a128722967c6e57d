import { createHash, timingSafeEqual } from 'node:crypto'
import { cookieNames } from '@buy-locals/contracts/cookies'
import type { Caller } from '@buy-locals/service-kit/caller'
import { hashSecret, newSecret } from '@buy-locals/service-kit/secret'
import type { Id } from '@buy-locals/values/ids'

/** What of a caller can hold a manage token. */
type Holding = Pick<Caller, 'header' | 'cookies'>

const mailPrefix = 'mail-'

/** Carried by mails to the guest and nothing else: whoever shows it reads that mail. The manage token is made from it, never the other way around. */
export const newMailToken = (): string => mailPrefix + newSecret()

export const toManageToken = (mailToken: string): string =>
  createHash('sha256').update(`manage ${mailToken}`).digest('base64url')

const isMailToken = (token: string) => token.startsWith(mailPrefix) && token.length > mailPrefix.length + 40

/** Opens the booking: the manage token whose hash this is, or the mail token that it was made from. */
export function verifyManageToken(token: string | undefined, hash: string | null | undefined): boolean {
  if (!token || !hash) return false
  const manageToken = isMailToken(token) ? toManageToken(token) : token
  return timingSafeEqual(Buffer.from(hashSecret(manageToken)), Buffer.from(hash))
}

/** The caller's token for this booking: from the header, or from the cookie. */
export const readManageToken = ({ header, cookies }: Holding, bookingId: Id<'booking'>): string | undefined =>
  header('x-manage-token') ?? readCookie(cookies).get(bookingId)

/** Whether the caller follows the link of a mail, which proves that the guest's address is theirs. */
export function isFromMail(
  caller: Holding,
  { id, manageTokenHash }: { id: Id<'booking'>; manageTokenHash: string | null },
) {
  const token = readManageToken(caller, id)
  return token !== undefined && isMailToken(token) && verifyManageToken(token, manageTokenHash)
}

/** The bookings that the caller's cookies are for, each with the token that has to be verified. */
export function listManaged({ cookies }: Pick<Holding, 'cookies'>): { bookingId: Id<'booking'>; token: string }[] {
  const entries = cookies[cookieNames.manageLink]?.split('~') ?? []
  return entries
    .map((entry) => entry.split('.'))
    .flatMap(([bookingId, token]) => (bookingId && token ? [{ bookingId: bookingId as Id<'booking'>, token }] : []))
}

/** The token or cookie that the caller shows, of whichever booking. */
export const guestProof = ({ header, cookies }: Holding): string | undefined =>
  header('x-manage-token') ?? cookies[cookieNames.manageLink]

const maxBookings = 20

/** The cookie's next value: `<bookingId>.<token>` of each booking that was opened in this browser, the latest first. A mail token stays. */
export function addToCookie(cookies: Holding['cookies'], bookingId: Id<'booking'>, token: string): string {
  const opened = readCookie(cookies)
  const before = opened.get(bookingId)
  opened.delete(bookingId)
  const strongest = before && isMailToken(before) ? before : token
  return [[bookingId, strongest], ...opened].slice(0, maxBookings).map((entry) => entry.join('.')).join('~') // prettier-ignore
}

const readCookie = (cookies: Holding['cookies']): Map<string, string> =>
  new Map(listManaged({ cookies }).map(({ bookingId, token }) => [bookingId, token]))
