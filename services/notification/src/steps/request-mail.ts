import type { Transaction } from 'kysely'
import { bulkMailJob, isBulkMail, mailJob, type MailRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import { requestMessages, type Requested } from './request-messages.ts'

export async function requestMails(tx: Transaction<Database>, mails: readonly Requested<MailRequest>[]): Promise<void> {
  const single = mails.filter(({ request }) => !isBulkMail(request))
  const bulk = mails.filter(({ request }) => isBulkMail(request))
  await requestMessages(tx, { channel: 'mail', job: mailJob }, single)
  await requestMessages(tx, { channel: 'mail', job: bulkMailJob }, bulk)
}
