import { findSlots, listBusinessBookings, readBooking } from '@buy-locals/contracts/booking/operations'
import { listTransactions, readBalance, readReceipt } from '@buy-locals/contracts/payment/operations'

/** What is read again after a booking has changed. */
export const stirred = [readBooking, listBusinessBookings, findSlots, readReceipt, readBalance, listTransactions]
