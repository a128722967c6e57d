export const inbox = {
  title: 'Inbox',
  intro: 'What happened while you were elsewhere.',
  none: 'Nothing yet',
  noneText: 'New bookings, cancellations, problems and reviews are told here.',
  readAll: 'Mark all as read',
  new: 'New',
}
