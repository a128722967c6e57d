import type { BoardBooking } from '../board/entries'

/** An account has an address until its person is erased. */
export const isErasedCustomer = ({ hasAccount, email }: BoardBooking['customer']): boolean =>
  hasAccount === true && email === undefined
