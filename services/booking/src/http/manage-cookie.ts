import type { Caller } from '@buy-locals/service-kit/caller'
import { manageTokenFor } from '@buy-locals/service-kit/manage-link'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Asker } from '../persistence/standings.ts'

export const manageCookieOf = (bookingId: Id<'booking'>, token: string): string => `${bookingId}.${token}`

/** A guest proves itself by the header, or by the cookie that its link was exchanged for: each is for one booking. */
export const askerOf = (actor: Actor | undefined, caller: Caller, bookingId: Id<'booking'>): Asker => ({
  actorId: actor?.id,
  manageToken: manageTokenFor(caller, bookingId),
})
