import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '@buy-locals/client/api-context'
import { operationQuery } from '@buy-locals/client/operation-query'
import { useAfterPause } from '@buy-locals/client/use-after-pause'
import { listCustomers } from '@buy-locals/contracts/booking/operations'
import { toContact, type Customer } from '@buy-locals/features/booking/customer-booking'
import { List, ListRow } from '@buy-locals/ui/list'
import { Stack } from '@buy-locals/ui/stack'
import { TextField } from '@buy-locals/ui/text-field'
import { formatPhone } from '@buy-locals/values/phone'
import type { FieldErrors } from '@buy-locals/features/messages/field-checks'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'

type FieldsProps = { value: Customer; errors: FieldErrors; onChange: (customer: Customer) => void }

/** Whoever comes. Somebody who has booked before is found while their name is typed. */
export function CustomerFields({ value, errors, onChange }: FieldsProps) {
  const t = useT()
  const { business } = useBusiness()
  const [typed, setTyped] = useState('')
  const found = useFoundCustomers(typed)
  const set = (field: keyof Customer) => (text: string) => onChange({ ...value, [field]: text })
  return (
    <Stack gap="lg">
      <TextField
        label={t('booking.name')}
        value={value.name}
        maxLength={80}
        autoComplete="off"
        error={errors['customer.name']}
        onChange={(name) => {
          set('name')(name)
          setTyped(name)
        }}
      />
      {found.length > 0 && (
        <List label={t('business.suggestions')}>
          {found.map((customer) => (
            <ListRow
              key={customer.id}
              title={customer.name}
              detail={customer.phone ? formatPhone(customer.phone, business.address.country) : customer.email}
              onPress={() => {
                onChange({ ...value, ...toContact(customer) })
                setTyped('')
              }}
            />
          ))}
        </List>
      )}
      <TextField
        optional
        kind="tel"
        label={t('booking.phoneField')}
        value={value.phone}
        error={errors['customer.phone']}
        autoComplete="off"
        onChange={set('phone')}
      />
      <TextField
        optional
        kind="email"
        label={t('booking.emailField')}
        value={value.email}
        error={errors['customer.email']}
        autoComplete="off"
        onChange={set('email')}
      />
      <TextField
        optional
        rows={2}
        maxLength={500}
        label={t('booking.noteField')}
        value={value.note}
        error={errors['note']}
        onChange={set('note')}
      />
    </Stack>
  )
}

const most = 6
const shortest = 2

/** What was found stays until the next is found. */
function useFoundCustomers(typed: string) {
  const callApi = useApi()
  const { params } = useBusiness()
  const q = useAfterPause(typed.trim())
  const isTyped = q.length >= shortest && typed.trim().length >= shortest
  const { data } = useQuery({
    ...operationQuery(callApi, listCustomers, { params, query: { q, limit: most } }),
    enabled: isTyped,
    placeholderData: keepPreviousData,
  })
  return (isTyped && data?.items) || []
}
