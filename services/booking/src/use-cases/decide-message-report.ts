import { messageReportDecided } from '@buy-locals/contracts/booking/events'
import type { ReportOutcome } from '@buy-locals/contracts/booking/shapes'
import { Problem } from '@buy-locals/contracts/problem'
import { saveConsequences } from '@buy-locals/service-kit/consequences'
import { requireOperator } from '@buy-locals/service-kit/memberships'
import { toEventRow } from '@buy-locals/service-kit/outbox'
import type { Actor } from '@buy-locals/service-kit/service'
import type { Id } from '@buy-locals/values/ids'
import type { Deps } from '../deps.ts'
import * as bookings from '../persistence/booking-repository.ts'
import type { Database } from '../persistence/database.ts'
import * as reports from '../persistence/message-report-repository.ts'
import { reportEventOf } from '../steps/thread-sides.ts'

type Command = { reportId: Id<'messageReport'>; outcome: ReportOutcome; reason: string; actor: Actor }

/** What is removed neither side reads from then on; both read why. */
export async function decideMessageReport(
  { db, clock }: Deps,
  { reportId, outcome, reason, actor }: Command,
): Promise<void> {
  const now = clock()
  await db.transaction().execute(async (tx) => {
    const report = await reports.find(tx, reportId)
    if (!report) throw new Problem('not-found', 'There is no such thing')
    const { bookingId, marketId } = report
    await requireOperator<Database>(tx, actor, marketId)
    const booking = await bookings.lock(tx, bookingId)
    if (!(await reports.decide(tx, reportId, { outcome, reason, decidedAt: now })))
      throw new Problem('booking/not-reported', 'Nothing about this message is to be decided')
    const data = { ...reportEventOf(booking, report, actor, 2), outcome, reason }
    const events = [toEventRow(messageReportDecided, reportId, 2, data)]
    const audit = [{ actor: actor.id, action: `message.${outcome}`, subject: bookingId }]
    await saveConsequences(tx, now, { events, audit })
  })
}
