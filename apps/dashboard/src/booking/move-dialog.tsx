import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { findSlots, listServices, listStaff, rescheduleBooking } from '@buy-locals/contracts/booking/operations'
import type { Id } from '@buy-locals/values/ids'
import { describeCustomer } from '@buy-locals/features/booking/business-texts'
import { groupSlots } from '@buy-locals/features/booking/slot-groups'
import { useI18n } from '@buy-locals/features/i18n'
import { toLocalDate, toLocalTime } from '@buy-locals/features/time/dates'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { SelectField } from '@buy-locals/ui/select-field'
import { SlotPicker } from '@buy-locals/ui/slot-picker'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { isSkipped, toInstant } from '@buy-locals/features/time/wall-time'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { useT } from '../messages/use-t'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { useCurrentBusiness } from '../shell/current-business'
import type { ClosingDialogProps } from './cancel-dialog'
import type { FreeStart } from './use-new-booking'

type MoveDialogProps = Omit<ClosingDialogProps, 'open'> & {
  /** Where it was dropped on the board. */
  to?: { start: string; staffId: string | undefined } | undefined
}

/** Another time for a booking: one of the free starts, or a time inside the notice that the owner sets. */
export function MoveDialog({ booking, customer, to, onClose }: MoveDialogProps) {
  const t = useT()
  const i18n = useI18n()
  const { business, params } = useCurrentBusiness()
  const { timeZone } = business
  const { formatMoment } = useTimes(timeZone)
  const { emailNotice } = describeCustomer(t, customer)
  const [day, setDay] = useState(toLocalDate(to?.start ?? booking.start, timeZone))
  const [staffId, setStaffId] = useState<string>(to?.staffId ?? booking.staffId ?? '')
  const [start, setStart] = useState('')
  const [isOwnTime, setOwnTime] = useState(to !== undefined)
  const [time, setTime] = useState(to ? toLocalTime(to.start, timeZone) : '')
  const chosen = JSON.stringify([day, staffId, start, isOwnTime, time])
  const [first] = useState(chosen)
  const [missing, setMissing] = useState(false)
  const [alternatives, setAlternatives] = useState<readonly FreeStart[]>([])
  const service = useOperationQuery(listServices, { params }).data?.items.find(({ id }) => id === booking.serviceId)
  const staff = useOperationQuery(listStaff, { params }).data?.items ?? []
  const able = staff.filter(({ id, active }) => active && service?.staffIds.includes(id))
  const chosenStaff = staffId ? { staffId: staffId as Id<'staff'> } : {}
  const query = { serviceId: booking.serviceId, from: day, to: day, partySize: booking.partySize, ...chosenStaff }
  const slots = useOperationQuery(findSlots, { params, query })
  const move = useOperationMutation(rescheduleBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: (moved) => t('booking.moveDone', { when: formatMoment(moved.start) }),
    onSuccess: onClose,
    handleError: (error) => {
      const isTaken = error instanceof Refusal && error.code === 'booking/slot-taken'
      const others = isTaken ? (error.members['alternatives'] as FreeStart[]) : []
      setAlternatives(others)
      return others.length > 0
    },
  })
  const skippedText = time && isSkipped(day, time, timeZone) ? t('field.skippedTime') : undefined
  const timeError = time ? skippedText : t('field.time')
  function submit() {
    const isWrong = isOwnTime ? timeError !== undefined : !start
    setMissing(isWrong)
    if (isWrong) return
    const moment = isOwnTime ? toInstant(day, time, timeZone) : start
    move.mutate({ input: { params: { bookingId: booking.id }, body: { start: moment, ...chosenStaff } } })
  }
  function pick(picked: string) {
    setStart(picked)
    setOwnTime(false)
    setDay(toLocalDate(picked, timeZone))
  }
  const picker = (items: readonly FreeStart[]) => (
    <SlotPicker
      label={t('booking.start')}
      groups={groupSlots(i18n, items, timeZone, (slot) => ({ when: formatMoment(slot.start), note: undefined }))}
      selected={start || undefined}
      onSelect={pick}
    />
  )
  return (
    <ConfirmDialog
      open
      tone="primary"
      title={t('booking.moveTitle')}
      text={`${t('booking.moveText', { when: formatMoment(booking.start) })} ${emailNotice}`}
      label={t('booking.moveDo')}
      keep={t('booking.keep')}
      busy={move.isPending}
      isChanged={chosen !== first && !move.isPending}
      error={missing ? undefined : move.shownError}
      onConfirm={submit}
      onClose={onClose}
    >
      {able.length > 1 && (
        <SelectField
          label={t('booking.person')}
          value={able.some(({ id }) => id === staffId) ? staffId : ''}
          onChange={setStaffId}
          options={[
            { value: '', label: t('booking.anyone') },
            ...able.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <TextField
        kind="date"
        label={t('booking.day')}
        value={day}
        onChange={(chosen) => {
          if (chosen) setDay(chosen)
          setStart('')
        }}
      />
      <CheckField
        label={t('booking.ownTime')}
        hint={t('booking.moveOwnTimeHint')}
        value={isOwnTime}
        onChange={setOwnTime}
      />
      {isOwnTime && (
        <TextField
          kind="time"
          label={t('booking.time')}
          error={missing ? timeError : undefined}
          value={time}
          onChange={setTime}
        />
      )}
      {alternatives.length > 0 && (
        <Notice tone="danger" title={t('booking.taken')} text={t('booking.takenText')} action={picker(alternatives)} />
      )}
      {missing && !isOwnTime && <Notice tone="danger" title={t('booking.pickTime')} />}
      {!isOwnTime && (
        <QueryResult query={slots} placeholder={<SkeletonRows count={2} height={48} />}>
          {({ items }) => (items.length > 0 ? picker(items) : <Notice tone="info" title={t('booking.noSlots')} />)}
        </QueryResult>
      )}
    </ConfirmDialog>
  )
}
