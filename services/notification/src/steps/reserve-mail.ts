import type { Transaction } from 'kysely'
import type { Deps } from '../deps.ts'
import { countsOf, type Origin } from '../domain/mail-limits.ts'
import type { Database } from '../persistence/database.ts'
import { reserveMessage } from './reserve-message.ts'

/** Whether one more mail may go to this recipient today. */
export const reserveMail = (
  deps: Pick<Deps, 'clock' | 'limits'>,
  tx: Transaction<Database>,
  { deliveryId, recipient, origin }: { deliveryId: string; recipient: string; origin: Origin },
): Promise<boolean> => reserveMessage(deps, tx, { deliveryId, counts: countsOf(origin, recipient, deps.limits) })
