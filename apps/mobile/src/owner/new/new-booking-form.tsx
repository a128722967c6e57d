import { useEffect, useEffectEvent, useState } from 'react'
import { serverNow } from '@buy-locals/client/clock'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import type { Service, Staff } from '@buy-locals/contracts/booking/shapes'
import {
  beginOwnTime,
  customerBookingFields,
  emptyCustomer,
  type CustomerBooking,
} from '@buy-locals/features/booking/customer-booking'
import { toLocalDate, toLocalTime } from '@buy-locals/features/time/dates'
import { Button } from '@buy-locals/ui/button'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { NumberField } from '@buy-locals/ui/number-field'
import { SelectField } from '@buy-locals/ui/select-field'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../../messages/mobile-i18n'
import { ErrorNotice } from '../../shell/error-notice'
import { Screen } from '../../shell/screen'
import { DayPicker } from '../board/day-picker'
import { useBusiness } from '../use-business'
import { CustomerFields } from './customer-fields'
import { OwnTimeFields } from './own-time-fields'
import { StaffField } from './staff-field'
import { StartPicker } from './start-picker'
import { useNewBooking } from './use-new-booking'

type FormProps = {
  services: readonly Service[]
  staff: readonly Staff[]
  today: string
  first: Pick<CustomerBooking, 'day' | 'time' | 'staffId'>
  onBooked: () => void
}

/** The service, with whom, when, and for whom. */
export function NewBookingForm({ services, staff, today, first, onBooked }: FormProps) {
  const t = useT()
  const { business } = useBusiness()
  const { timeZone } = business
  const [chosen, setChosen] = useState<CustomerBooking>({ ...first, serviceId: services[0]?.id ?? '', partySize: 1, start: '', isOwnTime: false, overridesNotice: false, overridesHours: false }) // prettier-ignore
  const [customer, setCustomer] = useState(emptyCustomer)
  const change = (changes: Partial<CustomerBooking>) => setChosen((before) => ({ ...before, ...changes }))
  const { submit, errors, alternatives, shownError, isPending } = useNewBooking(onBooked)
  const service = services.find(({ id }) => id === chosen.serviceId)
  usePressedStart(chosen, (start) => change({ start }))
  if (!service) return null
  const able = staff.filter(({ id }) => service.staffIds.includes(id))
  const onToggle = (isOwnTime: boolean) =>
    change(isOwnTime ? beginOwnTime(chosen, { ...service, timeZone, now: serverNow() }) : { isOwnTime })
  return (
    <Screen
      action={<Button wide large label={t('booking.book')} busy={isPending} onPress={() => submit(chosen, customer)} />}
    >
      <Stack gap="xs">
        <Title level={1}>{t('booking.add')}</Title>
        <Text tone="quiet">{t('booking.addIntro')}</Text>
      </Stack>
      <SelectField
        label={t('booking.service')}
        value={chosen.serviceId}
        onChange={(serviceId) => change({ serviceId, start: '', staffId: '' })}
        options={services.map(({ id: value, name }) => ({ value, label: name }))}
      />
      <StaffField staff={able} value={chosen.staffId} onChange={(staffId) => change({ staffId, start: '' })} />
      {service.capacity > 1 && (
        <NumberField
          label={t('booking.partySize')}
          value={chosen.partySize}
          min={1}
          max={service.capacity}
          onChange={(partySize = 1) => change({ partySize: Math.max(1, partySize) })}
        />
      )}
      <DayPicker date={chosen.day} today={today} first={today} onChoose={(day) => change({ day, start: '' })} />
      {!chosen.isOwnTime && (
        <StartPicker
          {...chosen}
          {...{ serviceId: service.id, alternatives }}
          isGroup={service.capacity > 1}
          onChoose={(start) => change({ start, day: toLocalDate(start, timeZone), isOwnTime: false })}
        />
      )}
      {errors['start'] && !chosen.isOwnTime && <Notice tone="danger" title={errors['start']} />}
      <OwnTimeFields
        isOwnTime={chosen.isOwnTime}
        time={chosen.time}
        hint={t('booking.ownTimeHint')}
        error={errors['start']}
        onToggle={onToggle}
        onTime={(time) => change({ time })}
      />
      {chosen.isOwnTime && (
        <>
          <CheckField
            label={t('booking.overrideNotice')}
            value={chosen.overridesNotice}
            onChange={(overridesNotice) => change({ overridesNotice })}
          />
          <CheckField
            label={t('booking.overrideHours')}
            value={chosen.overridesHours}
            onChange={(overridesHours) => change({ overridesHours })}
          />
        </>
      )}
      <CustomerFields value={customer} errors={errors} onChange={setCustomer} />
      <ErrorNotice error={shownError} marked={customerBookingFields} />
    </Screen>
  )
}

/** A time that was pressed on the board is chosen as soon as it turns out to be free. */
function usePressedStart(chosen: CustomerBooking, onFree: (start: string) => void) {
  const { business, params } = useBusiness()
  const { serviceId, staffId, partySize, day } = chosen
  const person = staffId ? { staffId: staffId as Staff['id'] } : {}
  const query = { serviceId: serviceId as Service['id'], from: day, to: day, partySize, ...person }
  const { data } = useOperationQuery(findSlots, { params, query })
  const free = data?.items.find(({ start }) => toLocalTime(start, business.timeZone) === chosen.time)?.start
  const choose = useEffectEvent((start: string) => {
    if (!chosen.start && !chosen.isOwnTime) onFree(start)
  })
  useEffect(() => {
    if (free) choose(free)
  }, [free])
}
