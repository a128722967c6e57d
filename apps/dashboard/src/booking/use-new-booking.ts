import { useRef, useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { bookForCustomer } from '@buy-locals/contracts/booking/operations'
import type { Input } from '@buy-locals/contracts/operation'
import { useFieldErrors } from '@buy-locals/features/messages/use-error-text'
import type { Id } from '@buy-locals/values/ids'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { areMarked, issueText } from '../forms/contract-form'
import { useT, type Translate } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { toInstant } from '../time/times'
import { useTimes } from '../time/use-times'
import { queriesOfBooking } from './booking'
import type { Customer } from './customer-fields'
import { noteBookedHere } from './use-booking-toasts'

export type FreeStart = { start: string; seatsLeft?: number }

export type Draft = {
  serviceId: string
  staffId: string
  partySize: number
  day: string
  /** The chosen free start. */
  start: string
  /** A time that the owner sets, which may lie inside the notice or outside the hours. */
  isOwnTime: boolean
  time: string
  overridesNotice: boolean
  overridesHours: boolean
}

const marked = ['start', 'customer.name', 'customer.phone', 'customer.email', 'note']

type BookingRequest = Input<typeof bookForCustomer>['body']

function toBookingRequest(draft: Draft, customer: Customer, timeZone: string): BookingRequest {
  const note = customer.note.trim()
  return {
    serviceId: draft.serviceId as Id<'service'>,
    start: draft.isOwnTime ? toInstant(draft.day, draft.time, timeZone) : draft.start,
    partySize: draft.partySize,
    customer: toContact(customer),
    ...(draft.staffId && { staffId: draft.staffId as Id<'staff'> }),
    ...(note && { note }),
    ...(draft.isOwnTime && { override: { minNotice: draft.overridesNotice, hours: draft.overridesHours } }),
  }
}

function toContact({ name, phone, email }: Customer): BookingRequest['customer'] {
  return { name, ...(phone.trim() && { phone: phone.trim() }), ...(email.trim() && { email: email.trim() }) }
}

/** What is missing or not right, by field. */
function findErrors(draft: Draft, customer: Customer, t: Translate): Record<string, string> {
  const { error } = bookForCustomer.body.shape.customer.safeParse(toContact(customer))
  const issues = error?.issues ?? []
  const hasStart = (draft.isOwnTime ? draft.time : draft.start) !== ''
  return {
    ...(!hasStart && { start: t(draft.isOwnTime ? 'forms.time' : 'booking.pickTime') }),
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
      return others.length > 0 || areMarked(found, marked)
    },
  })

  function submit(draft: Draft, customer: Customer) {
    const found = findErrors(draft, customer, t)
    setErrors(found)
    setAlternatives([])
    isOwnTime.current = draft.isOwnTime
    if (Object.keys(found).length > 0) return
    book.mutate({ input: { params, body: toBookingRequest(draft, customer, business.timeZone) } })
  }
  return { submit, errors, alternatives, shownError: book.shownError, busy: book.isPending }
}

export type NewBooking = ReturnType<typeof useNewBooking>
