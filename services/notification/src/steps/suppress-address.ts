import type { Kysely } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { daysUntilBounce, type Bounce } from '../domain/suppression.ts'
import type { Database } from '../persistence/database.ts'
import * as refusedAddresses from '../persistence/refused-addresses.ts'
import * as suppressedAddresses from '../persistence/suppressed-addresses.ts'

type Bounced = { addressHash: string; bounce: Bounce | undefined; mailedAt: Temporal.Instant; at: Temporal.Instant }

/** Where nobody is there for certain, where that was possible on several days, or where it is possible again after the address was to be tried once more. */
export async function suppressBounced(
  db: Kysely<Database>,
  { addressHash, bounce, mailedAt, at }: Bounced,
): Promise<void> {
  if (!bounce) return
  if (bounce === 'possible') {
    const days = await refusedAddresses.insert(db, { addressHash, at: mailedAt })
    if (days < daysUntilBounce && !(await suppressedAddresses.wasBounced(db, addressHash))) return
  }
  await suppressedAddresses.insert(db, { addressHash, reason: 'bounce', mailedAt, at })
}
