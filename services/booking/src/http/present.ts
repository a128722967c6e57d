import type * as shapes from '@buy-locals/contracts/booking/shapes'
import type { z } from 'zod'
import { toSecond } from '@buy-locals/values/time'
import type { Booking } from '../domain/booking.ts'
import { present } from '../facts.ts'
import type { Block } from '../persistence/block-repository.ts'
import type { BoardEntry, Complaint, Customer } from '../persistence/booking-lists.ts'

export const presentToBusiness = (booking: Booking, customer: Customer): z.output<typeof shapes.businessBooking> => ({
  ...present(booking),
  note: booking.note,
  customer,
})

export const presentOnBoard = ({ booking, customer, resourceIds }: BoardEntry) => ({
  ...presentToBusiness(booking, customer),
  resourceIds,
})

export const presentBlock = ({ id, staffId, resourceId, start, end, note }: Block) => ({
  id,
  staffId,
  resourceId,
  start: toSecond(start),
  end: toSecond(end),
  note,
})

export const presentComplaint = ({ booking, customer, businessName, text }: Complaint) => ({
  ...presentToBusiness(booking, customer),
  businessName,
  complaintText: text,
})
