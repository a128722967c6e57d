import { useCallback, useEffect, useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { bookForCustomer } from '@buy-locals/contracts/booking/operations'
import type { ServiceOffer } from '@buy-locals/contracts/booking/shapes'
import type { Id } from '@buy-locals/values/ids'
import { fieldErrors } from '@buy-locals/features/words/refusal-words'
import { NumberField } from '@buy-locals/ui/number-field'
import { SelectField } from '@buy-locals/ui/select-field'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { useOrder } from '../ask/use-order'
import type { Person } from '../board/columns'
import { useHere } from '../shell/here'
import { useTimes } from '../time/use-times'
import { useSay } from '../words/say'
import { CustomerFields, type Customer } from './customer-fields'
import { issuesOf, wishOf, type Draft } from './new-booking'
import { StartFields } from './start-fields'
import { stirred } from './stirred'
import type { FreeStart } from './slot-groups'

type FormProps = {
  id: string
  services: readonly ServiceOffer[]
  staff: readonly Person[]
  first: { day: string; time: string; staffId: string }
  onBusy: (busy: boolean) => void
  onDone: () => void
}

const nobody: Customer = { name: '', phone: '', email: '', note: '' }

export function NewBookingForm({ id, services, staff, first, onBusy, onDone }: FormProps) {
  const say = useSay()
  const { business, params } = useHere()
  const { moment } = useTimes(business.timeZone)
  const [draft, setDraft] = useState<Draft>({ ...first, serviceId: services[0]?.id ?? '', partySize: 1, start: '', own: false, minNotice: false, hours: false }) // prettier-ignore
  const [customer, setCustomer] = useState(nobody)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [near, setNear] = useState<readonly FreeStart[]>([])
  const service = services.find(({ id: serviceId }) => serviceId === draft.serviceId)
  const change = useCallback((part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part })), [])

  const book = useOrder(bookForCustomer, {
    changes: stirred,
    done: onDone,
    said: say('booking.booked', { service: service?.name ?? '', when: draft.start ? moment(draft.start) : '' }),
    refused: (error) => {
      if (error instanceof Refusal && error.code === 'booking/slot-taken')
        setNear(error.members['alternatives'] as FreeStart[])
      const fields = fieldErrors(error)
      setWrong(fields)
      return Object.keys(fields).length > 0
    },
  })
  const { isPending } = book
  useEffect(() => onBusy(isPending), [onBusy, isPending])

  function submit() {
    const issues = issuesOf(draft, customer, say)
    setWrong(issues)
    if (Object.keys(issues).length === 0)
      book.mutate({ input: { params, body: wishOf(draft, customer, business.timeZone) } })
  }

  const able = staff.filter((person) => service?.staffIds.includes(person.id))
  return (
    <form
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Stack gap="lg">
        <Text tone="quiet">{say('booking.addIntro')}</Text>
        <SelectField
          label={say('booking.service')}
          value={draft.serviceId}
          onChange={(serviceId) => change({ serviceId: serviceId as Id<'service'>, start: '', staffId: '' })}
          options={services.map((offer) => ({ value: offer.id, label: offer.name }))}
        />
        {able.length > 0 && (
          <SelectField
            label={say('booking.person')}
            value={able.some((person) => person.id === draft.staffId) ? draft.staffId : ''}
            onChange={(staffId) => change({ staffId, start: '' })}
            options={[
              { value: '', label: say('booking.anyone') },
              ...able.map((person) => ({ value: person.id, label: person.name })),
            ]}
          />
        )}
        {service && service.capacity > 1 && (
          <NumberField
            label={say('booking.partySize')}
            value={draft.partySize}
            min={1}
            max={service.capacity}
            onChange={(partySize) => change({ partySize: partySize ?? 1 })}
          />
        )}
        <TextField
          kind="date"
          label={say('booking.day')}
          value={draft.day}
          onChange={(day) => day && change({ day, start: '' })}
        />
        {service && (
          <StartFields draft={draft} service={service} near={near} wrong={wrong['start']} onChange={change} />
        )}
        <CustomerFields value={customer} wrong={wrong} onChange={setCustomer} />
      </Stack>
    </form>
  )
}
