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
  const keys = counts.map(({ key }) => key)
  await countedMails.lock(tx, keys)
  for (const { key, most } of counts)
    if ((await countedMails.countOthers(tx, key, deliveryId, aDayAgo)) >= most) return false
  await countedMails.insert(tx, keys, deliveryId, now)
  return true
}
