import type { Transaction } from 'kysely'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import type { Deps } from '../deps.ts'
import * as countedMails from '../persistence/counted-mails.ts'
import type { Database } from '../persistence/database.ts'

type Reservation = { deliveryId: string; phone: string; businessId: string | undefined }

/** Whether one more SMS may go to this number today, and one more about this business. However often it is tried, it counts once. */
export async function reserveSms(
  { clock, limits }: Pick<Deps, 'clock' | 'limits'>,
  tx: Transaction<Database>,
  { deliveryId, phone, businessId }: Reservation,
): Promise<boolean> {
  const now = clock()
  const counts = [
    { key: throttleKey('sms', phone), most: limits.smsPerNumber },
    ...(businessId ? [{ key: throttleKey('sms-business', businessId), most: limits.smsPerBusiness }] : []),
  ]
  await countedMails.lock(
    tx,
    counts.map(({ key }) => key),
  )
  return countedMails.insertBelow(tx, counts, { deliveryId, now, since: now.subtract({ hours: 24 }) })
}
