import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { bookForCustomer } from '@buy-locals/contracts/booking/operations'
import { alternativesOf, type Alternative } from '@buy-locals/features/booking/booking-request'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import { toBookingRequest, type Customer, type CustomerBooking } from '@buy-locals/features/booking/customer-booking'
import { useFieldChecks, type FieldErrors } from '@buy-locals/features/messages/field-checks'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { isSkipped, readWallTime } from '@buy-locals/features/time/wall-time'
import { readPhone } from '@buy-locals/values/phone'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'

/** Books for somebody else. What is refused is shown at its field; where the time was taken, others are offered. */
export function useNewBooking(onBooked: () => void) {
  const t = useT()
  const check = useFieldChecks()
  const fieldErrors = useFieldErrors()
  const { business, params } = useBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [alternatives, setAlternatives] = useState<readonly Alternative[]>([])
  const book = useOperationMutation(bookForCustomer, {
    inlineError: true,
    invalidates: queriesOfBooking,
    onSuccess: onBooked,
    successText: ({ serviceName: service, start }) => t('booking.booked', { service, when: formatMoment(start) }),
    handleError: (error) => {
      const others = alternativesOf(error) ?? []
      const isClosedThen = error instanceof Refusal && error.members['rule'] === 'hours'
      setAlternatives(others)
      setErrors(isClosedThen ? { start: t('booking.closedThen') } : fieldErrors(error))
      return others.length > 0 || isClosedThen
    },
  })

  function submit(chosen: CustomerBooking, customer: Customer) {
    const time = readWallTime(chosen.time) ?? ''
    const phone = customer.phone.trim() ? readPhone(customer.phone, business.address.country) : undefined
    const email = customer.email.trim()
    const missingStart = (chosen.isOwnTime ? time : chosen.start)
      ? undefined
      : t(chosen.isOwnTime ? 'ownerForm.time' : 'booking.pickTime')
    const skipsStart = chosen.isOwnTime && time !== '' && isSkipped(chosen.day, time, business.timeZone)
    const found = {
      start: skipsStart ? t('ownerForm.skippedTime') : missingStart,
      'customer.name': customer.name.trim() ? undefined : t('ownerForm.noName'),
      'customer.phone': check.phone(customer.phone, phone),
      'customer.email': email ? check.email(email) : undefined,
    }
    setErrors(found)
    setAlternatives([])
    if (Object.values(found).some(Boolean)) return
    const written = { ...customer, name: customer.name.trim(), phone: phone ?? '' }
    book.mutate({ input: { params, body: toBookingRequest({ ...chosen, time }, written, business.timeZone) } })
  }
  return { submit, errors, alternatives, shownError: book.shownError, isPending: book.isPending }
}
