import type { Api } from '@buy-locals/api-client/api'
import { keep, readKept } from '@buy-locals/client/stored-text'
import { openManageLink } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'

type BookingId = Id<'booking'>

const storedAs = 'managed bookings'

/** The server keeps the token in a cookie that no script reads. */
export async function addManageLink(callApi: Api, bookingId: BookingId, token: string): Promise<void> {
  await callApi(openManageLink, { params: { bookingId }, body: { token } })
  keep(storedAs, [...new Set([bookingId, ...listManaged()])].join(' '))
}

/** Links that the server refuses open nothing any more. */
export async function forgetRefusedLinks(refused: readonly string[]): Promise<void> {
  keep(
    storedAs,
    listManaged()
      .filter((id) => !refused.includes(id))
      .join(' '),
  )
}

/** Those of this tab. */
export const listManaged = (): BookingId[] => (readKept(storedAs) ?? '').split(' ').filter(Boolean) as BookingId[]

/** Sent by the browser itself. */
export const manageToken = (_: string): string | undefined => undefined

/** What an app remembers is forgotten at once, with `forgetAll`. */
export const forgetManageLinks = async (): Promise<void> => {}
