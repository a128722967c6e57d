import { Problem } from '@buy-locals/contracts/problem'
import { requireCardPayments, type Deps } from '../deps.ts'
import { storeEvent } from '../steps/store-event.ts'

/** Stores what came, once; it is worked on afterwards. */
export async function receiveWebhook(deps: Deps, body: Buffer, signature: string | undefined): Promise<void> {
  const event = requireCardPayments(deps).verifyWebhook(body, signature ?? '')
  if (!event) throw new Problem('payment/signature', 'The signature does not fit the body')
  const { db, clock } = deps
  await db.transaction().execute((tx) => storeEvent(tx, clock(), event))
}
