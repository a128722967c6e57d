import type { BoardBooking } from '../board/entries'

/** An account has an address until its person is erased; for a moment, one whose data is still on its way has none either. */
export const isErasedCustomer = ({ hasAccount, email }: BoardBooking['customer']): boolean =>
  hasAccount === true && email === undefined
