import type { Transaction } from 'kysely'
import { throttleKey } from '@buy-locals/service-kit/throttle'
import type { Deps } from '../deps.ts'
import { countsOf, type Origin } from '../domain/mail-limits.ts'
import * as countedMails from '../persistence/counted-mails.ts'
import type { Database } from '../persistence/database.ts'

/** Whether one more mail may go to this recipient today. However often it is tried, it counts once. */
export async function reserveMail(
  { clock, limits }: Pick<Deps, 'clock' | 'limits'>,
  tx: Transaction<Database>,
  { deliveryId, recipient, origin }: { deliveryId: string; recipient: string; origin: Origin },
): Promise<boolean> {
  const now = clock()
  const aDayAgo = now.subtract({ hours: 24 })
  const counts = countsOf(origin, recipient, limits).map(({ name, of, most }) => ({ key: throttleKey(name, of), most }))
  await countedMails.lock(
    tx,
    counts.map(({ key }) => key),
  )
  return countedMails.insertBelow(tx, counts, { deliveryId, now, since: aDayAgo })
}
