import { Temporal } from 'temporal-polyfill'
import { isBefore } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import type { PushRequest } from '../jobs.ts'
import * as notifiedVersions from '../persistence/notified-versions.ts'
import * as visits from '../persistence/visits.ts'

type Requested = Pick<PushRequest, 'kind' | 'about' | 'notifiedVersion' | 'whileState' | 'visit'>

/** Whether what a short message would say is so no more, at the moment of sending. */
export async function isOutdated(
  db: Deps['db'],
  { kind, about, notifiedVersion, whileState, visit }: Requested,
  now: Temporal.Instant,
): Promise<boolean> {
  if (isOver(kind, about, now)) return true
  if (notifiedVersion && (await notifiedVersions.findSuperseded(db, [notifiedVersion])).size > 0) return true
  if (whileState && (await notifiedVersions.findState(db, whileState.subject)) !== whileState.state) return true
  return visit !== undefined && !(await visits.isAsAgreed(db, visit, now))
}

/** What people are notified of after a visit. */
const afterVisit = ['booking-completed', 'complaint-filed', 'complaint-decided', 'review-new', 'review-replied']

/** Nobody needs to read of a visit that has begun. */
const isOver = (kind: string, { start }: PushRequest['about'], now: Temporal.Instant): boolean =>
  !afterVisit.includes(kind) && typeof start === 'string' && isBefore(Temporal.Instant.from(start), now)
