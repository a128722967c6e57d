import { useState } from 'react'
import { guestFields } from '@buy-locals/features/booking/booking-request'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { AlreadyBookedNotice } from '@buy-locals/features/own-bookings-notice'
import { SlotTakenNotice } from '@buy-locals/features/slot-taken-notice'
import { Button } from '@buy-locals/ui/button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { ErrorNotice } from '../api/error-notice'
import { hasError, useFieldChecks, type FieldErrors } from '@buy-locals/features/messages/field-checks'
import { readPhone } from '../site/read-phone'
import { Form, type FormValues } from '../site/form'
import type { BookingOptions } from './load-options'
import { useBook } from './use-book'
import { useChooseTime } from './use-choose-time'

type BookFormProps = { options: BookingOptions; start: string; asGuest: boolean }

/** The last step of booking. An error is shown at its field; where the time was taken, others are offered. */
export function BookForm({ options, start, asGuest }: BookFormProps) {
  const t = translatorForFeatures(useI18n())
  const choose = useChooseTime()
  const check = useFieldChecks()
  const { business, isPaidOnline } = options
  const { book, bookBoth, requestedStart, ownBooking, isBusy, error, alternatives, fieldErrors } = useBook(options)
  const [errors, setErrors] = useState<FieldErrors>({})
  const wrong = (name: string) => errors[name] ?? fieldErrors[`guest.${name}`]

  async function submit({ get }: FormValues) {
    const text = (name: string) => get(name).trim()
    const phone = asGuest ? await readPhone(get('phone'), business.country) : undefined
    const guest = { name: text('name'), email: text('email'), phone: phone ?? '' }
    const found = asGuest
      ? { name: check.name(guest.name), email: check.email(guest.email), phone: check.phone(get('phone'), phone) }
      : {}
    setErrors(found)
    if (hasError(found)) return
    book({ start, note: text('note'), guest: asGuest ? guest : undefined })
  }

  return (
    <Form keepAs={`details ${options.service.id}`} onSubmit={(values) => void submit(values)}>
      {alternatives && requestedStart === start && (
        <SlotTakenNotice timeZone={business.timeZone} alternatives={alternatives} onChoose={choose} />
      )}
      {asGuest && (
        <>
          <TextField label={t('book.name')} name="name" autoComplete="name" maxLength={80} error={wrong('name')} />
          <TextField
            label={t('book.email')}
            name="email"
            kind="email"
            autoComplete="email"
            hint={t('book.emailHint')}
            error={wrong('email')}
          />
          <TextField
            label={t('book.phone')}
            name="phone"
            kind="tel"
            autoComplete="tel"
            optional
            error={wrong('phone')}
          />
        </>
      )}
      <TextField label={t('book.note')} name="note" rows={3} optional maxLength={500} />
      {ownBooking && <AlreadyBookedNotice booking={ownBooking} onBookBoth={bookBoth} />}
      {!alternatives && !ownBooking && <ErrorNotice error={error} marked={guestFields} />}
      <ActionBar>
        <Button submit large wide busy={isBusy} label={t(isPaidOnline ? 'book.toPay' : 'book.confirm')} />
      </ActionBar>
      <Text size="fine" tone="quiet">
        {[isPaidOnline && t('book.heldHint'), t('book.agree', { business: business.name })].filter(Boolean).join(' ')}
      </Text>
    </Form>
  )
}
