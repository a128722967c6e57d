import { useState } from 'react'
import { useNow } from '@buy-locals/client/use-now'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { listServices, listStaff, rescheduleBooking } from '@buy-locals/contracts/booking/operations'
import { alternativesOf, type Alternative } from '@buy-locals/features/booking/booking-request'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { describeCustomer } from '@buy-locals/features/booking/business-texts'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { useTimes } from '@buy-locals/features/time/use-times'
import { isSkipped, readWallTime, toInstant } from '@buy-locals/features/time/wall-time'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import type { Id } from '@buy-locals/values/ids'
import { useT } from '../../messages/mobile-i18n'
import { ErrorNotice } from '../../shell/error-notice'
import { Screen } from '../../shell/screen'
import { DayPicker } from '../board/day-picker'
import { OwnTimeFields } from '../new/own-time-fields'
import { StaffField } from '../new/staff-field'
import { StartPicker } from '../new/start-picker'
import { useBusiness } from '../use-business'
import type { BookedVisit } from './booked-visit'

/** One of the free starts, or a time inside the notice that the owner sets. */
export function MoveForm({ booking, customer, onMoved }: BookedVisit & { onMoved: () => void }) {
  const t = useT()
  const { business, params } = useBusiness()
  const { timeZone } = business
  const { formatMoment } = useTimes(timeZone)
  const today = toLocalDate(useNow(), timeZone)
  const dayBefore = toLocalDate(booking.start, timeZone)
  const [day, setDay] = useState(dayBefore < today ? today : dayBefore)
  const [staffId, setStaffId] = useState<string>(booking.staffId ?? '')
  const [start, setStart] = useState('')
  const [ownTime, setOwnTime] = useState<string>()
  const [missing, setMissing] = useState<'start' | 'skipped'>()
  const [alternatives, setAlternatives] = useState<readonly Alternative[]>([])
  const service = useOperationQuery(listServices, { params }).data?.items.find(({ id }) => id === booking.serviceId)
  const staff = useOperationQuery(listStaff, { params }).data?.items ?? []
  const able = staff.filter(({ id, active }) => active && service?.staffIds.includes(id))
  const move = useOperationMutation(rescheduleBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: (moved) => t('booking.moveDone', { when: formatMoment(moved.start) }),
    onSuccess: onMoved,
    handleError: (error) => {
      const others = alternativesOf(error) ?? []
      setAlternatives(others)
      return others.length > 0
    },
  })
  function submit() {
    const time = readWallTime(ownTime ?? '')
    const isSkippedTime = time !== undefined && isSkipped(day, time, timeZone)
    const moment = ownTime === undefined ? start : time && !isSkippedTime && toInstant(day, time, timeZone)
    setMissing(isSkippedTime ? 'skipped' : moment ? undefined : 'start')
    const person = staffId ? { staffId: staffId as Id<'staff'> } : {}
    if (moment) move.mutate({ input: { params: { bookingId: booking.id }, body: { start: moment, ...person } } })
  }
  function pick(picked: string) {
    setStart(picked)
    setOwnTime(undefined)
    setDay(toLocalDate(picked, timeZone))
  }
  return (
    <Screen action={<Button wide large label={t('booking.moveDo')} busy={move.isPending} onPress={submit} />}>
      <Stack gap="xs">
        <Title level={1}>{t('booking.moveTitle')}</Title>
        <Text tone="quiet">
          {`${t('booking.moveText', { when: formatMoment(booking.start) })} ${describeCustomer(t, customer).emailNotice}`}
        </Text>
      </Stack>
      {able.length > 1 && <StaffField staff={able} value={staffId} onChange={setStaffId} />}
      <DayPicker
        date={day}
        today={today}
        first={today}
        onChoose={(chosen) => {
          setDay(chosen)
          setStart('')
        }}
      />
      {ownTime === undefined && (
        <StartPicker
          {...{ serviceId: booking.serviceId, staffId, partySize: booking.partySize, day, start, alternatives }}
          isGroup={(service?.capacity ?? 1) > 1}
          onChoose={pick}
        />
      )}
      {missing && ownTime === undefined && <Notice tone="danger" title={t('booking.pickTime')} />}
      <OwnTimeFields
        isOwnTime={ownTime !== undefined}
        time={ownTime ?? ''}
        hint={t('booking.moveOwnTimeHint')}
        error={missing && t(missing === 'skipped' ? 'ownerForm.skippedTime' : 'ownerForm.time')}
        onToggle={(isOwn) => setOwnTime(isOwn ? '' : undefined)}
        onTime={setOwnTime}
      />
      {!missing && <ErrorNotice error={move.shownError} />}
    </Screen>
  )
}
