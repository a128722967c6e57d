import type { findSlots } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import type { SlotGroup } from '@buy-locals/ui/slot-picker'
import { wallTimeAt } from '../time/times'
import type { Translate } from '../messages/use-t'

export type FreeStart = Pick<Output<typeof findSlots>['items'][number], 'start'> & { seatsLeft?: number }

const parts = [
  { key: 'booking.morning', until: '12:00' },
  { key: 'booking.afternoon', until: '17:00' },
  { key: 'booking.evening', until: '24:00' },
] as const

type Times = { time: (at: string) => string; moment: (at: string) => string; timeZone: string; seats: boolean }

/** Free starts by part of the day. */
export function slotGroups(
  items: readonly FreeStart[],
  t: Translate,
  { time, moment, timeZone, seats }: Times,
): SlotGroup[] {
  const partOf = (start: string) => parts.find(({ until }) => wallTimeAt(start, timeZone) < until)
  return parts
    .map((part) => ({
      label: t(part.key),
      slots: items
        .filter(({ start }) => partOf(start) === part)
        .map(({ start, seatsLeft }) => {
          const note = seats && seatsLeft !== undefined ? t('booking.seatsLeft', { count: seatsLeft }) : ''
          return {
            id: start,
            time: time(start),
            label: [moment(start), note].filter(Boolean).join(', '),
            ...(note && { note }),
          }
        }),
    }))
    .filter(({ slots }) => slots.length > 0)
}
