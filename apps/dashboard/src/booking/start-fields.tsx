import { useEffect } from 'react'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { SlotPicker } from '@buy-locals/ui/slot-picker'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationQuery } from '../api/queries'
import { Answered, Rows } from '../shell/answered'
import { useHere } from '../shell/here'
import { dateIn, wallTimeAt } from '../time/times'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import type { Draft } from './new-booking'
import { slotGroups, type FreeStart } from './slot-groups'

type StartProps = {
  draft: Draft
  service: Service
  /** Free starts near one that was taken meanwhile. */
  near: readonly FreeStart[]
  wrong: string | undefined
  onChange: (part: Partial<Draft>) => void
}

/** One of the free starts, or a time of one's own. */
export function StartFields({ draft, service, near, wrong, onChange }: StartProps) {
  const t = useT()
  const { business, params } = useHere()
  const { timeZone } = business
  const times = { ...useTimes(timeZone), timeZone, seats: service.capacity > 1 }
  const staffId = draft.staffId ? { staffId: draft.staffId as Id<'staff'> } : {}
  const query = { serviceId: service.id, from: draft.day, to: draft.day, partySize: draft.partySize, ...staffId }
  const slots = useOperationQuery(findSlots, { params, query })

  // A time that was pressed on the board is chosen as soon as it turns out to be free.
  const wished = slots.data?.items.find(({ start }) => wallTimeAt(start, timeZone) === draft.time)?.start
  useEffect(() => {
    if (wished && !draft.start && !draft.own) onChange({ start: wished })
  }, [wished, draft.start, draft.own, onChange])

  const pick = (start: string) => onChange({ start, day: dateIn(start, timeZone) })
  const picker = (items: readonly FreeStart[]) => (
    <SlotPicker
      label={t('booking.start')}
      groups={slotGroups(items, t, times)}
      selected={draft.start || undefined}
      onSelect={pick}
    />
  )
  return (
    <Stack gap="md">
      {!draft.own && near.length > 0 && (
        <Notice tone="danger" title={t('booking.taken')} text={t('booking.takenText')} action={picker(near)} />
      )}
      {!draft.own && (
        <Answered of={slots} bones={<Rows count={2} height={48} />}>
          {({ items }) =>
            items.length > 0 ? (
              picker(items)
            ) : (
              <Notice tone="info" title={t('booking.noSlots')} text={t('booking.noSlotsText')} />
            )
          }
        </Answered>
      )}
      {wrong && <Notice tone="danger" title={wrong} />}
      <CheckField
        label={t('booking.ownTime')}
        hint={t('booking.ownTimeHint')}
        value={draft.own}
        onChange={(own) => onChange({ own })}
      />
      {draft.own && (
        <>
          <TextField kind="time" label={t('booking.time')} value={draft.time} onChange={(time) => onChange({ time })} />
          <CheckField
            label={t('booking.overrideNotice')}
            value={draft.minNotice}
            onChange={(minNotice) => onChange({ minNotice })}
          />
          <CheckField
            label={t('booking.overrideHours')}
            value={draft.hours}
            onChange={(hours) => onChange({ hours })}
          />
        </>
      )}
    </Stack>
  )
}
