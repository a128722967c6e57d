import type { BoardBooking } from '@buy-locals/features/board/entries'
import type { Booking } from '@buy-locals/features/booking/business-booking'

/** A booking and who comes, as far as that is read already. */
export type BookedVisit = { booking: Booking; customer: BoardBooking['customer'] | undefined }

export type ClosingSheetProps = BookedVisit & { open: boolean; onClose: () => void }
