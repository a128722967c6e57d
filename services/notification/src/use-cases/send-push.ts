import { Temporal } from 'temporal-polyfill'
import { usableZone } from '@buy-locals/values/time'
import type { Deps } from '../deps.ts'
import { countsOfShort } from '../domain/message-limits.ts'
import { isOver, outlivesVisit } from '../domain/short-messages.ts'
import { waitUntil } from '../domain/quiet-hours.ts'
import type { PushRequest } from '../jobs.ts'
import { renderPush } from '../messages/render-push.ts'
import * as deliveries from '../persistence/deliveries.ts'
import * as devices from '../persistence/devices.ts'
import { isPushError, type PushMessage } from '../push-messages.ts'
import { forgetDevices } from '../steps/forget-devices.ts'
import { reserveMessage } from '../steps/reserve-message.ts'

/** After that it has long been read elsewhere. The quiet hours are a part of it. */
const patienceSeconds = 18 * 3_600

/** To every device that its person has at this moment. A device that has it does not get it again because another one failed. */
export async function sendPush(deps: Deps, id: string, request: PushRequest): Promise<Temporal.Instant | void> {
  const { db, clock, log, pushMessages, publicUrl } = deps
  const { personId, kind, about, link, businessId, isOwnAct = false } = request
  const now = clock()
  const delivery = await deliveries.find(db, { id, needs: request, now })
  if (!delivery || delivery.sentAt || delivery.notSent) return
  if (delivery.isOutdated || isOver(request, now)) return deliveries.update(db, id, { not_sent: 'superseded' })
  const own = await devices.ofPerson(db, personId)
  if (!pushMessages || own.length === 0) return deliveries.update(db, id, { not_sent: 'no-device' })
  const zone = usableZone(delivery.person?.timeZone ?? String(about['timeZone']), String(about['timeZone']))
  const quietEnd = isOwnAct ? undefined : waitUntil({ kind, about, now, zone })
  if (quietEnd) return quietEnd
  const counts = countsOfShort({ channel: 'push', recipient: personId, businessId }, deps.limits)
  if ((await reserveMessage(deps, { deliveryId: id, counts })) !== 'counted')
    return deliveries.update(db, id, { not_sent: 'limited' })
  const message = {
    ...{ id, ...renderPush({ locale: delivery.person?.locale ?? 'en-US', kind, about }) },
    ...{ link: link && publicUrl + link, seconds: secondsToLive(request, now) },
  }
  const missing = own.filter((device) => !delivery.devices.includes(device.id))
  const outcomes = await Promise.allSettled(missing.map((device) => sendTo(deps, device, message)))
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []))
  const isReached = delivery.devices.length > 0 || outcomes.some((one) => one.status === 'fulfilled' && one.value)
  const waited = delivery.requestedAt.until(now).total('seconds')
  if (failures.length > 0 && waited <= patienceSeconds) throw failures[0]
  if (failures.length > 0) log.warn({ err: failures[0], kind }, 'push given up')
  const reason = failures.length > 0 ? 'unanswered' : 'no-device'
  await deliveries.update(db, id, isReached ? { sent_at: now } : { not_sent: reason })
}

/** Returns whether the device has it; one whose app is gone is removed. */
async function sendTo(deps: Deps, device: devices.Device, message: PushMessage): Promise<boolean> {
  const { db, pushMessages } = deps
  if (!pushMessages?.platforms.includes(device.platform)) return false
  try {
    const address = device.address ?? (await pushMessages.register(device))
    if (address !== device.address) await devices.setAddress(db, device.id, address)
    await pushMessages.send(address, message)
  } catch (error) {
    if (!isPushError(error)) throw error
    if (error.isUnregistered) await devices.setAddress(db, device.id, null)
    if (!error.isGone) throw error
    await db.transaction().execute(async (tx) => forgetDevices(deps, tx, await devices.remove(tx, device.id)))
    return false
  }
  await deliveries.addDevice(db, message.id, device.id)
  return true
}

const aDay = 86_400

/** Of a visit to come until it begins. */
function secondsToLive({ kind, about: { start } }: PushRequest, now: Temporal.Instant): number {
  if (outlivesVisit(kind)) return aDay
  const left = typeof start === 'string' ? now.until(Temporal.Instant.from(start)).total('seconds') : 0
  return left > 0 ? Math.min(aDay, Math.ceil(left)) : aDay
}
