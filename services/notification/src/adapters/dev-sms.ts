import type { Kysely } from 'kysely'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Database } from '../persistence/database.ts'
import * as devSms from '../persistence/dev-sms.ts'
import type { TextMessages } from '../sms.ts'

/** In the demonstration SMS stay on this machine, beside the mails. */
export const devSmsInbox = (db: Kysely<Database>, clock: Clock): TextMessages => ({
  repliesToKeywords: false,
  send: async ({ id, to, text }) => {
    await devSms.insert(db, { id, phone: to, text, isReply: false, at: clock() })
    return undefined
  },
})
