import type { RealtimeEvent } from '@buy-locals/contracts/realtime'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { MessageLimits } from './domain/message-limits.ts'
import type { Limit, Throttle } from '@buy-locals/service-kit/throttle'
import type { Mail } from './mail.ts'
import type { MailEvents } from './mail-events.ts'
import type { Database } from './persistence/database.ts'
import type { PushMessages } from './push-messages.ts'
import type { TextMessages } from './sms.ts'

/** To the screens that are open at this moment; there may be none. */
export type Push = (channel: string, events: RealtimeEvent[]) => Promise<void>

export type Deps = ServiceDeps<Database> & {
  mail: Mail
  /** Undefined where no vendor posts what became of mails. */
  mailEvents: MailEvents | undefined
  /** Undefined where none are sent. */
  sms: TextMessages | undefined
  /** The same, to phones. */
  pushMessages: PushMessages | undefined
  throttle: Throttle
  /** Codes in a day. */
  codeLimits: { ofPerson: Limit; toNumber: Limit }
  /** Registrations of one person in a day. */
  deviceLimit: Limit
  /** How often in a day somebody has mail tried again that came back. */
  resumeLimit: Limit
  /** In the demonstration, where mails are read on a page instead of being sent. */
  hasDevInbox: boolean
  push: Push
  /** How many messages leave in a day. */
  limits: MessageLimits
  /** What the tokens of guests' links are encrypted with. */
  linkSecret: string
  /** Where links in mails lead. */
  publicUrl: string
}
