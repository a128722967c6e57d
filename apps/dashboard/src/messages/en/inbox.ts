export const inbox = {
  title: 'Notifications',
  intro: 'What happened while you were away.',
  none: 'No notifications yet',
  noneText: 'New bookings, cancellations, problems and reviews appear here.',
  readAll: 'Mark all as read',
  new: 'New',
}
