import { useCallback, useEffect, useState } from 'react'
import type { Customer as KnownCustomer, Service, Staff } from '@buy-locals/contracts/booking/shapes'
import { emptyCustomer, toContact, type CustomerBooking } from '@buy-locals/features/booking/customer-booking'
import type { Id } from '@buy-locals/values/ids'
import { NumberField } from '@buy-locals/ui/number-field'
import { SelectField } from '@buy-locals/ui/select-field'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { toLocalTime } from '@buy-locals/features/time/dates'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import { CustomerFields } from './customer-fields'
import { StartFields } from './start-fields'
import type { NewBooking } from './use-new-booking'

type FormProps = {
  id: string
  services: readonly Service[]
  staff: readonly Staff[]
  first: { day: string; time: string; staffId: string }
  /** Who has booked here before, where it is clear already. */
  returning?: KnownCustomer | undefined
  booking: NewBooking
  /** Whether something was chosen or written down, which would be lost. */
  onType: (hasTyped: boolean) => void
}

export function NewBookingForm({ id, services, staff, first, returning, booking, onType }: FormProps) {
  const t = useT()
  const { business } = useCurrentBusiness()
  const [firstDraft] = useState<CustomerBooking>({ ...first, serviceId: services[0]?.id ?? '', partySize: 1, start: '', isOwnTime: false, overridesNotice: false, overridesHours: false }) // prettier-ignore
  const [firstCustomer] = useState({ ...emptyCustomer, ...(returning && toContact(returning)) })
  const [draft, setDraft] = useState(firstDraft)
  const [customer, setCustomer] = useState(firstCustomer)
  const { errors, alternatives } = booking
  const service = services.find(({ id: serviceId }) => serviceId === draft.serviceId)
  const change = useCallback((part: Partial<CustomerBooking>) => setDraft((before) => ({ ...before, ...part })), [])
  const isChanged =
    isDraftChanged(draft, firstDraft, business.timeZone) || JSON.stringify(customer) !== JSON.stringify(firstCustomer)
  useEffect(() => onType(isChanged), [isChanged, onType])

  const ableStaff = staff.filter((person) => service?.staffIds.includes(person.id))
  return (
    <form
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        booking.submit(draft, customer)
      }}
    >
      <Stack gap="lg">
        <Text tone="quiet">{t('booking.addIntro')}</Text>
        <SelectField
          label={t('booking.service')}
          value={draft.serviceId}
          onChange={(serviceId) => change({ serviceId: serviceId as Id<'service'>, start: '', staffId: '' })}
          options={services.map(({ id: value, name }) => ({ value, label: name }))}
        />
        {ableStaff.length > 0 && (
          <SelectField
            label={t('booking.person')}
            value={ableStaff.some((person) => person.id === draft.staffId) ? draft.staffId : ''}
            onChange={(staffId) => change({ staffId, start: '' })}
            options={[
              { value: '', label: t('booking.anyone') },
              ...ableStaff.map((person) => ({ value: person.id, label: person.name })),
            ]}
          />
        )}
        {service && service.capacity > 1 && (
          <NumberField
            label={t('booking.partySize')}
            value={draft.partySize}
            min={1}
            max={service.capacity}
            onChange={(partySize) => change({ partySize: partySize !== undefined && partySize > 0 ? partySize : 1 })}
          />
        )}
        <TextField
          kind="date"
          label={t('booking.day')}
          value={draft.day}
          onChange={(day) => day && change({ day, start: '' })}
        />
        {service && (
          <StartFields
            draft={draft}
            service={service}
            alternatives={alternatives}
            error={errors['start']}
            onChange={change}
          />
        )}
        <CustomerFields value={customer} errors={errors} onChange={setCustomer} />
      </Stack>
    </form>
  )
}

/** The time that was pressed on the board is chosen by itself, and no loss. */
function isDraftChanged(draft: CustomerBooking, first: CustomerBooking, timeZone: string): boolean {
  const choices = (of: CustomerBooking) => JSON.stringify({ ...of, start: '', time: '' })
  const hasPicked = draft.start !== '' && toLocalTime(draft.start, timeZone) !== first.time
  return hasPicked || choices(draft) !== choices(first)
}
