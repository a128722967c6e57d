import type { Kysely } from 'kysely'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Mail } from '../mail.ts'
import type { Database } from '../persistence/database.ts'
import * as devMails from '../persistence/dev-mails.ts'
import { checkRecipient } from './mail-options.ts'

/** In the demonstration mails stay on this machine, where whoever tries it can read them. */
export const devInbox = (db: Kysely<Database>, clock: Clock): Mail => ({
  sendsOnce: true,
  send: async (message) => {
    checkRecipient(message.to)
    await devMails.insert(db, { message, at: clock() })
  },
})
