import type { Caller } from '@buy-locals/service-kit/caller'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Asker } from '../persistence/standings.ts'

export const manageCookie = 'bl_manage'

export const manageCookieOf = (bookingId: Id<'booking'>, token: string): string => `${bookingId}.${token}`

/** A guest proves itself by the header, or by the cookie that its link was exchanged for: each is for one booking. */
export function askerOf(actor: Actor | undefined, caller: Caller, bookingId: Id<'booking'>): Asker {
  const [of, token] = caller.cookies[manageCookie]?.split('.') ?? []
  return { actorId: actor?.id, manageToken: caller.manageToken ?? (of === bookingId ? token : undefined) }
}
