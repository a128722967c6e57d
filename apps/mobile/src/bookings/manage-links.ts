import type { Api } from '@buy-locals/api-client/api'
import { deleteItemAsync, getItem, setItemAsync } from 'expo-secure-store'
import type { Id } from '@buy-locals/values/ids'

type BookingId = Id<'booking'>

const storedAs = 'manage-links'

/** The secure store takes two kilobytes. For older ones there is the link in their mail. */
const maxLinks = 20

/** `<bookingId>.<token>~…`, the latest first, as in the cookie of the site. */
const readLinks = (): [BookingId, string][] =>
  (getItem(storedAs) ?? '').split('~').flatMap((entry) => {
    const [bookingId, token] = entry.split('.')
    return bookingId && token ? [[bookingId as BookingId, token] as [BookingId, string]] : []
  })

const saveLinks = (links: [BookingId, string][]): Promise<void> =>
  setItemAsync(storedAs, links.map((link) => link.join('.')).join('~'))

/** A guest's booking stays open on this phone. */
export async function addManageLink(_: Api, bookingId: BookingId, token: string): Promise<void> {
  const others = readLinks().filter(([id]) => id !== bookingId)
  await saveLinks([[bookingId, token] as [BookingId, string], ...others].slice(0, maxLinks))
}

/** Links that the server refuses open nothing any more. */
export async function forgetRefusedLinks(refused: readonly string[]): Promise<void> {
  await saveLinks(readLinks().filter(([id]) => !refused.includes(id)))
}

/** The bookings that were made here without an account, the latest first. */
export const listManaged = (): BookingId[] => readLinks().map(([bookingId]) => bookingId)

export const manageToken = (bookingId: string): string | undefined =>
  new Map<string, string>(readLinks()).get(bookingId)

export const forgetManageLinks = (): Promise<void> => deleteItemAsync(storedAs)
