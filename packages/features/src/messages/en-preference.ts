/** What people choose to be notified of, and by which channels. */
export const preference = {
  channel: { mail: 'Email', 'in-app': 'On this site', sms: 'Text message', push: 'Push' },
  kind: {
    reminder: 'Reminders before a visit',
    'booking-news': 'Confirmations, changes and cancellations of your bookings',
    'review-invitation': 'Invitations to review a visit',
    'review-reply': 'Replies to your reviews',
    'message-from-business': 'Messages from businesses you’ve booked',
    'message-from-customer': 'Messages from customers',
    'booking-new': 'New bookings',
    'booking-moved': 'Bookings moved to another time',
    'booking-cancelled': 'Canceled bookings',
    complaint: 'Problems that customers report',
    review: 'New reviews',
    'daily-digest': 'Daily summary',
  },
  digestHint: 'What others did in the last 24 hours, at {{time}}. None on a day when nothing happened.',
  noNumber: 'Add a phone number to get texts.',
  noDevice: 'Add a phone to get these.',
  addDevice: 'Add a phone for push notifications',
  addNumber: 'Add a phone number for texts',
}
