import type { Transaction } from 'kysely'
import { mailJob, type MailRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import { requestMessages, type Requested } from './request-messages.ts'

export const requestMails = (tx: Transaction<Database>, mails: readonly Requested<MailRequest>[]): Promise<void> =>
  requestMessages(tx, { channel: 'mail', job: mailJob }, mails)
