import { useRef, useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { bookForCustomer } from '@buy-locals/contracts/booking/operations'
import { queriesOfBooking } from '@buy-locals/features/booking/business-booking'
import {
  customerBookingFields,
  toBookingRequest,
  toRequestedContact,
  type Customer,
  type CustomerBooking,
} from '@buy-locals/features/booking/customer-booking'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { areMarked, issueText } from '../forms/contract-form'
import { useT, type Translate } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { isSkipped } from '@buy-locals/features/time/wall-time'
import { noteBookedHere } from './use-booking-toasts'

export type FreeStart = { start: string; seatsLeft?: number }

/** What is missing or not right, by field. */
function findErrors(
  draft: CustomerBooking,
  customer: Customer,
  timeZone: string,
  t: Translate,
): Record<string, string> {
  const { error } = bookForCustomer.body.shape.customer.safeParse(toRequestedContact(customer))
  const issues = error?.issues ?? []
  const { isOwnTime, day, time } = draft
  const hasStart = (isOwnTime ? time : draft.start) !== ''
  const skipsStart = isOwnTime && hasStart && isSkipped(day, time, timeZone)
  return {
    ...(!hasStart && { start: t(isOwnTime ? 'field.time' : 'booking.pickTime') }),
    ...(skipsStart && { start: t('field.skippedTime') }),
    ...Object.fromEntries(issues.map((issue) => [`customer.${issue.path.join('.')}`, issueText(issue, t)])),
  }
}

/** Books for somebody else. What is refused is shown at its field; where the time was taken, others are offered. */
export function useNewBooking(onSuccess: () => void) {
  const t = useT()
  const fieldErrors = useFieldErrors()
  const { business, params } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [alternatives, setAlternatives] = useState<readonly FreeStart[]>([])
  const isOwnTime = useRef(false)
  const book = useOperationMutation(bookForCustomer, {
    inlineError: true,
    invalidates: queriesOfBooking,
    onSuccess: ({ id }) => {
      noteBookedHere(id)
      onSuccess()
    },
    successText: ({ serviceName: service, start }) => t('booking.booked', { service, when: formatMoment(start) }),
    handleError: (error) => {
      const isTaken = error instanceof Refusal && error.code === 'booking/slot-taken'
      const others = isTaken ? (error.members['alternatives'] as FreeStart[]) : []
      const isClosedThen = isOwnTime.current && error instanceof Refusal && error.members['rule'] === 'hours'
      const found = isClosedThen ? { start: t('booking.closedThen') } : fieldErrors(error)
      setAlternatives(others)
      setErrors(found)
      return others.length > 0 || areMarked(found, customerBookingFields)
    },
  })

  function submit(draft: CustomerBooking, customer: Customer) {
    const found = findErrors(draft, customer, business.timeZone, t)
    setErrors(found)
    setAlternatives([])
    isOwnTime.current = draft.isOwnTime
    if (Object.keys(found).length > 0) return
    book.mutate({ input: { params, body: toBookingRequest(draft, customer, business.timeZone) } })
  }
  return { submit, errors, alternatives, shownError: book.shownError, busy: book.isPending }
}

export type NewBooking = ReturnType<typeof useNewBooking>
