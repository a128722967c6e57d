import type { RealtimeEvent } from '@buy-locals/contracts/realtime'
import type { Mail } from '@buy-locals/service-kit/adapters/mail'
import type { ServiceDeps } from '@buy-locals/service-kit/service'
import type { Database } from './persistence/database.ts'

export type Deps = ServiceDeps<Database> & {
  /** SMTP; undefined in the demonstration, where mails stay in the dev inbox. */
  mail: Mail | undefined
  /** To whoever listens at this moment; nobody may be. */
  tell: (channel: string, events: RealtimeEvent[]) => Promise<void>
  /** Where links in mails lead. */
  publicUrl: string
}
