import type { Kysely } from 'kysely'
import { phone } from '@buy-locals/contracts/shapes'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { Database } from '../persistence/database.ts'
import * as devSms from '../persistence/dev-sms.ts'
import type { TextMessages } from '../sms.ts'
import { smsError } from './sms-error.ts'

/** In the demonstration SMS stay on this machine, beside the mails. */
export const devSmsInbox = (db: Kysely<Database>, clock: Clock): TextMessages => ({
  repliesToKeywords: false,
  send: async ({ id, to, text }) => {
    if (!phone.safeParse(to).success) throw smsError({ text: 'no phone number', isPermanent: true })
    await devSms.insert(db, { id, phone: to, text, isReply: false, at: clock() })
    return id
  },
})
