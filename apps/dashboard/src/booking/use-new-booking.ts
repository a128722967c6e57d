import { useState } from 'react'
import { Refusal } from '@buy-locals/api-client/refusal'
import { bookForCustomer } from '@buy-locals/contracts/booking/operations'
import { fieldErrors } from '@buy-locals/features/messages/error-text'
import { useOperationMutation } from '../api/use-operation-mutation'
import { useHere } from '../shell/here'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import type { Customer } from './customer-fields'
import { issuesOf, wishOf, type Draft } from './new-booking'
import type { FreeStart } from './slot-groups'
import { stirred } from './stirred'

/** Books for somebody else, and keeps what was refused beside the lines it belongs to. */
export function useNewBooking(onSuccess: () => void) {
  const t = useT()
  const { business, params } = useHere()
  const { moment } = useTimes(business.timeZone)
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [near, setNear] = useState<readonly FreeStart[]>([])
  const book = useOperationMutation(bookForCustomer, {
    inlineError: true,
    invalidates: stirred,
    onSuccess,
    successText: ({ serviceName: service, start }) => t('booking.booked', { service, when: moment(start) }),
    handleError: (error) => {
      const isTaken = error instanceof Refusal && error.code === 'booking/slot-taken'
      if (isTaken) setNear(error.members['alternatives'] as FreeStart[])
      setWrong(fieldErrors(error))
      return true
    },
  })

  function submit(draft: Draft, customer: Customer) {
    const issues = issuesOf(draft, customer, t)
    setWrong(issues)
    setNear([])
    if (Object.keys(issues).length === 0) {
      book.mutate({ input: { params, body: wishOf(draft, customer, business.timeZone) } })
    }
  }
  return { submit, wrong, near, errorText: book.errorText, busy: book.isPending }
}

export type NewBooking = ReturnType<typeof useNewBooking>
