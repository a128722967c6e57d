import type { Policy } from '@buy-locals/contracts/booking/shapes'
import { says, type Speech } from '../speech/speech'
import { later, whenExactly } from '../time/when'

type Start = { start: string; timeZone: string; policy: Policy }

/** Until when a booking is cancelled free of charge. Hours are elapsed time. */
export const freeUntil = ({ start, policy }: Start) => later(start, -policy.freeUntilHours * 60)

/** "Cancel free until Tue 24 Nov, 09:00 MST", or that this has passed. */
export function cancelWords(speech: Speech, booking: Start, now: string): string {
  const say = says(speech)
  const until = freeUntil(booking)
  if (Date.parse(until) < Date.parse(now)) return say('booking.policy.freeOver')
  if (booking.policy.freeUntilHours === 0) return say('booking.policy.freeAlways')
  return say('booking.policy.freeUntil', { when: whenExactly(speech, until, booking.timeZone) })
}

/** What late cancelling and staying away cost, where something is paid online. */
export function lateWords(speech: Speech, { freeUntilHours, lateRefundShare, noShowRefundShare }: Policy): string[] {
  const say = says(speech)
  const percent = (points: number) =>
    new Intl.NumberFormat(speech.locale, { style: 'percent', maximumFractionDigits: 2 }).format(points / 10_000)
  const late =
    lateRefundShare === 0
      ? say('booking.policy.lateNothing')
      : lateRefundShare === 10_000
        ? say('booking.policy.lateEverything')
        : say('booking.policy.lateShare', { share: percent(lateRefundShare) })
  const missed =
    noShowRefundShare === 0
      ? say('booking.policy.noShowNothing')
      : say('booking.policy.noShowShare', { share: percent(noShowRefundShare) })
  return freeUntilHours === 0 ? [missed] : [late, missed]
}
