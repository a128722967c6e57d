import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Caller } from '@buy-locals/service-kit/caller'
import type { Id } from '@buy-locals/values/ids'

/** A guest's proof: for one booking, in the fragment of a link, exchanged for this cookie. */
export const manageLinkCookie = 'bl_manage'

/** What of a caller can hold a manage token. */
type Holding = Pick<Caller, 'header' | 'cookies'>

/** 256 bits that nobody can guess; only their hash is kept. */
export const newManageToken = (): string => randomBytes(32).toString('base64url')

export const hashManageToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const verifyManageToken = (token: string | undefined, hash: string | null | undefined): boolean =>
  token && hash ? timingSafeEqual(Buffer.from(hashManageToken(token)), Buffer.from(hash)) : false

/** The caller's token for this booking: from the header, or from the cookie `<bookingId>.<token>`. */
export function readManageToken({ header, cookies }: Holding, bookingId: Id<'booking'>): string | undefined {
  const fromHeader = header('x-manage-token')
  if (fromHeader) return fromHeader
  const [id, token] = cookies[manageLinkCookie]?.split('.') ?? []
  return id === bookingId ? token : undefined
}

/** The token or cookie that the caller shows, of whichever booking. */
export const guestProof = ({ header, cookies }: Holding): string | undefined =>
  header('x-manage-token') ?? cookies[manageLinkCookie]
