import type { Transaction } from 'kysely'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import type { Deps } from '../deps.ts'
import * as countedMails from '../persistence/counted-mails.ts'
import type { Database } from '../persistence/database.ts'

type Reservation = { deliveryId: string; personId: string; businessId: string | undefined }

/** Whether one more push may go to this person today, and one more about this business. However often it is tried, it counts once. */
export async function reservePush(
  { clock, limits }: Pick<Deps, 'clock' | 'limits'>,
  tx: Transaction<Database>,
  { deliveryId, personId, businessId }: Reservation,
): Promise<boolean> {
  const now = clock()
  const counts = [
    { key: throttleKey('push', personId), most: limits.pushesPerPerson },
    ...(businessId ? [{ key: throttleKey('push-business', businessId), most: limits.pushesPerBusiness }] : []),
  ]
  await countedMails.lock(
    tx,
    counts.map(({ key }) => key),
  )
  return countedMails.insertBelow(tx, counts, { deliveryId, now, since: now.subtract({ hours: 24 }) })
}
