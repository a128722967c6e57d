import type { Transaction } from 'kysely'
import { smsJob, type SmsRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import { requestMessages, type Requested } from './request-messages.ts'

export const requestSms = (tx: Transaction<Database>, sms: readonly Requested<SmsRequest>[]): Promise<void> =>
  requestMessages(tx, { channel: 'sms', job: smsJob }, sms)
