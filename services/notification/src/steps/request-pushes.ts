import type { Transaction } from 'kysely'
import { pushJob, type PushRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import { requestMessages, type Requested } from './request-messages.ts'

/** One for each person, whatever devices they have when it is sent. */
export const requestPushes = (tx: Transaction<Database>, pushes: readonly Requested<PushRequest>[]): Promise<void> =>
  requestMessages(tx, { channel: 'push', job: pushJob }, pushes)
