import { throttleKey } from '@buy-locals/service-kit/throttle'
import type { Deps } from '../deps.ts'
import type { Count } from '../domain/mail-limits.ts'
import type { Against } from '../persistence/counted-messages.ts'
import * as countedMessages from '../persistence/counted-messages.ts'

/** Whether one more message may leave today under each of these counts, and to that address at all. However often it is tried, it counts once. */
export async function reserveMessage(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  { deliveryId, counts: named, against }: { deliveryId: string; counts: readonly Count[]; against?: Against },
): ReturnType<typeof countedMessages.insertBelow> {
  const now = clock()
  const counts = named.map(({ name, of, most }) => ({ key: throttleKey(name, of), most }))
  return countedMessages.insertBelow(db, { deliveryId, counts, against, now, since: now.subtract({ hours: 24 }) })
}
