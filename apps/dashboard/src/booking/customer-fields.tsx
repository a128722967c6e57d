import { TextField } from '@buy-locals/ui/text-field'
import { toContact, type Customer } from '@buy-locals/features/booking/customer-booking'
import { PhoneField } from '../forms/contact-fields'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'
import { CustomerNameField } from './customer-name-field'

type FieldsProps = { value: Customer; errors: Record<string, string>; onChange: (customer: Customer) => void }

export function CustomerFields({ value, errors, onChange }: FieldsProps) {
  const t = useT()
  const { business } = useCurrentBusiness()
  const set = (field: keyof Customer) => (text: string) => onChange({ ...value, [field]: text })
  return (
    <>
      <CustomerNameField
        value={value.name}
        error={errors['customer.name']}
        onChange={set('name')}
        onChoose={(customer) => onChange({ ...value, ...toContact(customer) })}
      />
      <PhoneField
        optional
        country={business.address.country}
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
    </>
  )
}
