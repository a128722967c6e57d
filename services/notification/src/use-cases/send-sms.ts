import type { Temporal } from 'temporal-polyfill'
import { usableZone } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { countsOfShort } from '../domain/message-limits.ts'
import { isOver } from '../domain/short-messages.ts'
import { waitUntil } from '../domain/quiet-hours.ts'
import type { SmsRequest } from '../jobs.ts'
import { renderSms } from '../messages/render-sms.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as shortLinks from '../persistence/short-links.ts'
import * as smsNumbers from '../persistence/sms-numbers.ts'
import { reserveMessage } from '../steps/reserve-message.ts'
import { stopSms } from '../steps/stop-sms.ts'
import { isSmsError } from '../sms.ts'

/** After that the mail about it has long been read. The quiet hours are a part of it. */
const patienceSeconds = 18 * 3_600

/** Whether its reader may still be texted is looked up at the last moment. A vendor that is down is tried again for hours. */
export async function sendSms(deps: Deps, id: string, request: SmsRequest): Promise<Temporal.Instant | void> {
  const { personId, kind, about, link, businessId, isOwnAct = false } = request
  const { db, clock, log, sms, publicUrl } = deps
  const now = clock()
  const delivery = await deliveries.find(db, { id, needs: request, now })
  if (!delivery || delivery.sentAt || delivery.notSent) return
  const waited = delivery.requestedAt.until(now).total('seconds')
  if (delivery.isOutdated || isOver(request, now)) return deliveries.update(db, id, { not_sent: 'superseded' })
  const phone = (await smsNumbers.findActive(db, [personId])).get(personId)
  if (!sms || !phone) return deliveries.update(db, id, { not_sent: 'stopped' })
  const zone = usableZone(delivery.person?.timeZone ?? String(about['timeZone']), String(about['timeZone']))
  const quietEnd = isOwnAct ? undefined : waitUntil({ kind, about, now, zone })
  if (quietEnd) return quietEnd
  const counts = countsOfShort({ channel: 'sms', recipient: phone, businessId }, deps.limits)
  if ((await reserveMessage(deps, { deliveryId: id, counts })) !== 'counted')
    return deliveries.update(db, id, { not_sent: 'limited' })
  const code = link && (await shortLinks.make(db, { deliveryId: id, personId, path: link, at: now }))
  const locale = delivery.person?.locale ?? 'en-US'
  const message = {
    ...{ id, to: phone },
    text: renderSms({ locale, kind, about, link: code && `${publicUrl}/s/${code}` }),
  }
  const found = delivery.attemptedAt ? await sms.find?.(message, delivery.attemptedAt) : undefined
  if (found) return deliveries.update(db, id, { sent_at: now, reference: found })
  await sms.send(message).then(
    (reference) => deliveries.update(db, id, { sent_at: now, reference }),
    async (error: unknown) => {
      const isPermanent = isSmsError(error) && error.isPermanent
      if (!isPermanent && waited <= patienceSeconds) throw error
      log.warn({ err: error, kind }, 'SMS given up')
      const isStopped = isSmsError(error) && error.isStopped
      if (isStopped) await db.transaction().execute((tx) => stopSms(deps, tx, phone))
      await deliveries.update(db, id, { not_sent: isStopped ? 'stopped' : isPermanent ? 'refused' : 'unanswered' })
    },
  )
}
