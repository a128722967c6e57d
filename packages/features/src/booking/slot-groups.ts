import type { SlotGroup } from '@buy-locals/ui/slot-picker'
import { formatTime } from '@buy-locals/values/format-time'
import { translatorForFeatures, type I18n } from '../i18n'
import { toLocalHour } from '../time/dates'

const parts = [
  { part: 'morning', until: 12 },
  { part: 'afternoon', until: 17 },
  { part: 'evening', until: 24 },
] as const

/** When a start is, for a screen reader, and what else is shown below its time. */
type Description = { when: string; note?: string | undefined }

/** Free starts by part of the day. A time that exists twice when the clocks go back stands twice, in order. */
export function groupSlots<Slot extends { start: string }>(
  i18n: I18n,
  slots: readonly Slot[],
  timeZone: string,
  describe: (slot: Slot) => Description,
): SlotGroup[] {
  const t = translatorForFeatures(i18n)
  const partOf = ({ start }: Slot) => parts.find(({ until }) => toLocalHour(start, timeZone) < until)
  return parts
    .map((part) => ({
      label: t(`time.${part.part}`),
      slots: slots
        .filter((slot) => partOf(slot) === part)
        .map((slot) => {
          const { when, note } = describe(slot)
          const label = [when, note].filter(Boolean).join(', ')
          return { id: slot.start, time: formatTime(i18n, slot.start, timeZone), label, ...(note && { note }) }
        }),
    }))
    .filter((group) => group.slots.length > 0)
}
