export const notifications = {
  title: 'Notification settings',
  intro:
    'What we tell you about, by email and in the dashboard. Decisions about your business and disputes always come.',
  back: 'Back to notifications',
  channel: { mail: 'Email', 'in-app': 'In the dashboard' },
  kind: {
    'booking-new': 'New bookings',
    'booking-moved': 'Bookings moved to another time',
    'booking-cancelled': 'Cancelled bookings',
    complaint: 'Problems that customers report',
    review: 'New reviews',
    'daily-digest': 'Daily summary',
  },
  digestHint: 'What others did in the last 24 hours, at 6 PM. None on a day when nothing happened.',
}
