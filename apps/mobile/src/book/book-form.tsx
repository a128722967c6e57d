import { useState } from 'react'
import { useKept } from '@buy-locals/client/stored-text'
import type { Booking } from '@buy-locals/contracts/booking/shapes'
import { guestFields } from '@buy-locals/features/booking/booking-request'
import type { BookingOptions } from '@buy-locals/features/booking/load-options'
import { BookingSummary } from '@buy-locals/features/booking-summary'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { hasError, useFieldChecks, type FieldErrors } from '@buy-locals/features/messages/field-checks'
import { AlreadyBookedNotice, ReplacedHoldNotice } from '@buy-locals/features/own-bookings-notice'
import { SlotTakenNotice } from '@buy-locals/features/slot-taken-notice'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { readPhone } from '@buy-locals/values/phone'
import { ErrorNotice } from '../shell/error-notice'
import { Screen } from '../shell/screen'
import { BookHead } from './book-head'
import { GuestFields, useGuest } from './guest-fields'
import { useBook } from './use-book'

type BookFormProps = {
  options: BookingOptions
  start: string
  /** Of whoever is signed in; undefined for a guest. */
  name: string | undefined
  /** What is released for this time. */
  replaced: Booking | undefined
  onChoose: (start: string) => void
  onBooked: (booking: Booking) => void
}

/** What is typed stays on this device until it is booked, whatever comes between. */
export function BookForm({ options, start, name, replaced, onChoose, onBooked }: BookFormProps) {
  const t = translatorForFeatures(useI18n())
  const check = useFieldChecks()
  const { business, service, isPaidOnline } = options
  const [note = '', setNote] = useKept(`note ${service.id}`)
  const { guest, changeGuest } = useGuest()
  const [errors, setErrors] = useState<FieldErrors>({})
  const { book, bookBoth, alternativesFor, isTaken, ownBooking, reload, isBusy, error, fieldErrors } = useBook(
    options,
    (booking) => {
      setNote('')
      onBooked(booking)
    },
  )
  const alternatives = alternativesFor(start)

  function submit() {
    if (name !== undefined) return book({ start, note: note.trim(), guest: undefined })
    const phone = guest.phone.trim() ? readPhone(guest.phone, business.country) : undefined
    const typed = { name: guest.name.trim(), email: guest.email.trim(), phone: phone ?? '' }
    const found = {
      name: check.name(typed.name),
      email: check.email(typed.email),
      phone: check.phone(guest.phone, phone),
    }
    setErrors(found)
    if (!hasError(found)) book({ start, note: note.trim(), guest: typed })
  }
  const wrong = (field: string) => errors[field] ?? fieldErrors[`guest.${field}`]
  return (
    <Screen
      action={
        <Button large wide busy={isBusy} label={t(isPaidOnline ? 'book.toPay' : 'book.confirm')} onPress={submit} />
      }
    >
      <BookHead options={options} current={1} />
      <Stack gap="lg">
        <Title level={2}>{t('book.details')}</Title>
        {replaced && <ReplacedHoldNotice hold={replaced} />}
        {name !== undefined && <Text>{t('book.as', { name })}</Text>}
        {name === undefined && <GuestFields guest={guest} wrong={wrong} onChange={changeGuest} />}
        <TextField label={t('book.note')} rows={3} optional maxLength={500} value={note} onChange={setNote} />
      </Stack>
      <BookingSummary isFinal options={options} start={start} />
      {alternatives && <SlotTakenNotice timeZone={business.timeZone} alternatives={alternatives} onChoose={onChoose} />}
      {ownBooking && <AlreadyBookedNotice booking={ownBooking} onBookBoth={bookBoth} />}
      {!isTaken && !ownBooking && <ErrorNotice error={error} marked={guestFields} onReload={reload} />}
      <Text size="fine" tone="quiet">
        {[isPaidOnline && t('book.heldHint'), t('book.agree', { business: business.name })].filter(Boolean).join(' ')}
      </Text>
    </Screen>
  )
}
