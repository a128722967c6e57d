import type { Transaction } from 'kysely'
import { bulkPushJob, isReminder, pushJob, type PushRequest } from '../jobs.ts'
import type { Database } from '../persistence/database.ts'
import { requestMessages, type Requested } from './request-messages.ts'

/** One for each person, whatever devices they have when it is sent. */
export async function requestPushes(
  tx: Transaction<Database>,
  pushes: readonly Requested<PushRequest>[],
): Promise<void> {
  const single = pushes.filter(({ request }) => !isReminder(request))
  const bulk = pushes.filter(({ request }) => isReminder(request))
  await requestMessages(tx, { channel: 'push', job: pushJob }, single)
  await requestMessages(tx, { channel: 'push', job: bulkPushJob }, bulk)
}
