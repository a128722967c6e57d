/** Whatever a push is about, a locked phone shows it to whoever stands beside: it says what happened, where and when, and not what was booked, by whom or for how much. */
const kinds = {
  'booking-confirmed': 'Booking confirmed',
  'booking-reminder': 'Your visit is coming up',
  'booking-rescheduled': 'Your booking has a new time',
  'booking-cancelled': 'Your booking was canceled',
  'booking-completed': 'How was your visit?',
  'review-replied': 'Your review has a reply',
  'message-from-business': 'New message about your booking',
  'message-from-customer': 'New message from a customer',
  'booking-new': 'New booking',
  'booking-moved': 'A booking has a new time',
  'booking-reassigned': 'A booking is no longer yours',
  'booking-cancelled-by-customer': 'A customer canceled',
  'booking-cancelled-by-business': 'A booking was canceled',
  'complaint-filed': 'A customer reported a problem',
  'complaint-decided': 'A reported problem was resolved',
  'review-new': 'You have a new review',
}

export const en = { kinds, read: 'Open Buy Locals to read it.' }

/** What a language says in pushes. Each has every one. */
export type PushTexts = typeof en
