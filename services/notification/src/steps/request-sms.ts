import type { Transaction } from 'kysely'
import { bulkSmsJob, isReminder, smsJob, type SmsRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import { requestMessages, type Requested } from './request-messages.ts'

export async function requestSms(tx: Transaction<Database>, sms: readonly Requested<SmsRequest>[]): Promise<void> {
  const single = sms.filter(({ request }) => !isReminder(request))
  const bulk = sms.filter(({ request }) => isReminder(request))
  await requestMessages(tx, { channel: 'sms', job: smsJob }, single)
  await requestMessages(tx, { channel: 'sms', job: bulkSmsJob }, bulk)
}
