import { useState } from 'react'
import { changeBooking } from '@buy-locals/contracts/booking/operations'
import { fieldOf } from '@buy-locals/features/messages/error-text'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import type { Money } from '@buy-locals/values/money'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import type { BoardBooking } from '@buy-locals/features/board/entries'
import { queriesOfBooking, type Booking } from '@buy-locals/features/booking/business-booking'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { PhoneField } from '../forms/contact-fields'
import { areMarked, issueText } from '../forms/contract-form'
import { MoneyField } from '../forms/quantity-fields'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

type EditDialogProps = { booking: Booking; customer: BoardBooking['customer']; onClose: () => void }

const marked = ['customer.name', 'customer.phone', 'price', 'note']

/** What was agreed on the phone or at the counter, corrected. Whoever has an account keeps their own name and number. */
export function EditDialog({ booking, customer, onClose }: EditDialogProps) {
  const t = useT()
  const fieldErrors = useFieldErrors()
  const { business } = useCurrentBusiness()
  const [name, setName] = useState(customer.name)
  const [phone, setPhone] = useState(customer.phone ?? '')
  const [note, setNote] = useState(booking.note ?? '')
  const [price, setPrice] = useState<Money | undefined>(booking.price)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const change = useOperationMutation(changeBooking, {
    inlineError: true,
    invalidates: queriesOfBooking,
    successText: t('booking.editDone'),
    onSuccess: onClose,
    handleError: (error) => {
      const found = fieldErrors(error)
      setErrors(found)
      return areMarked(found, marked)
    },
  })
  const isChanged =
    name !== customer.name ||
    phone !== (customer.phone ?? '') ||
    note !== (booking.note ?? '') ||
    price?.amount !== booking.price.amount
  function submit() {
    const contact = { name: name.trim(), phone: phone.trim() || null }
    const body = { note: note.trim() || null, price, ...(!customer.hasAccount && { customer: contact }) }
    const issues = changeBooking.body.required({ price: true }).safeParse(body).error?.issues ?? []
    setErrors(Object.fromEntries(issues.map((issue) => [fieldOf(issue.path.join('.')), issueText(issue, t)])))
    if (issues.length === 0 && price)
      change.mutate({ input: { params: { bookingId: booking.id }, body: { ...body, price } } })
  }
  return (
    <ConfirmDialog
      open
      tone="primary"
      title={t('booking.editTitle')}
      label={t('booking.editSave')}
      busy={change.isPending}
      isChanged={isChanged}
      error={change.shownError}
      onConfirm={submit}
      onClose={onClose}
    >
      {customer.hasAccount ? (
        <Text size="small" tone="quiet">
          {t('booking.editAccount', { customer: customer.name })}
        </Text>
      ) : (
        <>
          <TextField
            label={t('booking.name')}
            value={name}
            error={errors['customer.name']}
            autoComplete="off"
            maxLength={80}
            onChange={setName}
          />
          <PhoneField
            optional
            country={business.address.country}
            label={t('booking.phoneField')}
            value={phone}
            error={errors['customer.phone']}
            autoComplete="off"
            onChange={setPhone}
          />
        </>
      )}
      <MoneyField
        label={t('booking.price')}
        currency={booking.price.currency}
        value={price}
        error={errors['price']}
        onChange={setPrice}
      />
      <TextField
        optional
        rows={3}
        maxLength={500}
        label={t('booking.noteField')}
        value={note}
        error={errors['note']}
        onChange={setNote}
      />
    </ConfirmDialog>
  )
}
