import { throttleKey } from '@buy-locals/service-kit/throttle'
import type { Deps } from '../deps.ts'
import type { Count } from '../domain/mail-limits.ts'
import * as countedMessages from '../persistence/counted-messages.ts'

/** Whether one more message may leave today under each of these counts. However often it is tried, it counts once. */
export async function reserveMessage(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { deliveryId, counts: named }: { deliveryId: string; counts: readonly Count[] },
): Promise<boolean> {
  const now = clock()
  const counts = named.map(({ name, of, most }) => ({ key: throttleKey(name, of), most }))
  return countedMessages.insertBelow(db, counts, { deliveryId, now, since: now.subtract({ hours: 24 }) })
}
