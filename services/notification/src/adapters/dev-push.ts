import type { Kysely } from 'kysely'
import { devicePlatforms } from '@buy-locals/contracts/notification/shapes'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Database } from '../persistence/database.ts'
import * as devPushes from '../persistence/dev-pushes.ts'
import type { PushMessages } from '../push-messages.ts'

/** In the demonstration pushes stay on this machine, beside the mails. */
export const devPushInbox = (db: Kysely<Database>, clock: Clock): PushMessages => ({
  platforms: devicePlatforms,
  isDemonstration: true,
  register: async ({ platform, token }) => `${platform} ${token}`,
  send: (address, { id, title, text, link }) =>
    devPushes.insert(db, { id: `${id} ${address}`, address, title, text, link: link ?? null, at: clock() }),
  remove: (address) => devPushes.removeOfAddress(db, address),
})
