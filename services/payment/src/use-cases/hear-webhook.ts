import { Problem } from '@buy-locals/contracts/problem'
import { schedule } from '@buy-locals/service-kit/jobs'
import { providerOf, type Deps } from '../deps.ts'
import { look } from '../jobs.ts'

type What = 'intent' | 'refund' | 'account'

const about: readonly [string, What][] = [
  ['payment_intent.', 'intent'],
  ['refund.', 'refund'],
  ['account.updated', 'account'],
]

/** Stored once, whatever happens then. Told again, it changes nothing. */
export async function hearWebhook(deps: Deps, body: Buffer, signature: string | undefined): Promise<void> {
  const notice = providerOf(deps).readNotice(body, signature ?? '')
  if (!notice) throw new Problem('payment/signature', 'The signature does not fit the body')
  const { id, type, objectId } = notice
  const { db, clock } = deps
  const now = clock()
  const what = about.find(([prefix]) => type.startsWith(prefix))?.[1]
  await db.transaction().execute(async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('stripe_events')
      .values({ id, type, object_id: objectId, received_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows && what) await schedule(tx, look, objectId, now, { what })
  })
}
