import { bookingConfirmed } from '@buy-locals/contracts/booking/events'
import * as api from '@buy-locals/contracts/notification/operations'
import type { DevicePlatform } from '@buy-locals/contracts/notification/shapes'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../src/deps.ts'
import type { PushError, PushMessages } from '../src/push-messages.ts'
import { daytime, startNotifications } from './support.ts'

/** As long as Apple's are, and different for every phone. */
export const tokenOf = (name: string): string => Buffer.from(name).toString('hex').padStart(64, '0')

export const pushError = (what: Partial<PushError>): PushError =>
  Object.assign(new Error('The push was not taken'), { code: undefined, isGone: false, isUnregistered: false, ...what })

type Changes = Partial<Deps> & { now?: string }

/** A customer, whose phones are named; `around` stands between the service and its vendor. */
export async function startPushing(
  { now = daytime, ...changes }: Changes = {},
  around?: (inner: PushMessages) => PushMessages,
) {
  const notification = await startNotifications(changes, { now, ...(around && { aroundPushes: around }) })
  const cora = await notification.person('cora@example.com')
  return Object.assign(notification, {
    cora,
    register: (as: Id<'person'>, name: string, platform: DevicePlatform = 'android') =>
      notification.call(
        api.registerDevice,
        { body: { platform, token: tokenOf(name), name: `Phone ${name}` } },
        { as },
      ),
    book: async (fields = {}) => {
      const booking = { ...notification.booking(cora), ...fields }
      await notification.deliver(bookingConfirmed, booking.id, 2, booking)
      await notification.advance('PT1S')
      return booking
    },
    /** What this phone shows, the newest first. */
    pushes: async (name: string) => {
      const response = await fetch(`${notification.url}/dev/inbox`, { headers: { accept: 'application/json' } })
      const { pushes } = (await response.json()) as { pushes: { address: string; title: string; text: string }[] }
      return pushes
        .filter(({ address }) => address.endsWith(tokenOf(name)))
        .map(({ title, text }) => `${title}: ${text}`)
    },
  })
}
