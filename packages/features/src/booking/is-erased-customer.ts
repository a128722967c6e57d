import type { BoardBooking } from '../board/entries'

type Customer = BoardBooking['customer']

export const isErasedCustomer = ({ isErased }: Customer): boolean => isErased === true

/** Of an account the address may still be on its way. */
export const isReachable = ({ hasAccount, email, isErased }: Customer): boolean =>
  !isErased && (hasAccount === true || email !== undefined)
