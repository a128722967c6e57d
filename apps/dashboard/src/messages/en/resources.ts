export const resources = {
  title: 'Rooms and chairs',
  intro: 'What a service needs besides a person: a room, a chair, a court. Nothing is booked twice at a time.',
  add: 'Add',
  none: 'Nothing here yet',
  noneText: 'You only need this where a room or a chair can run out before your people do.',
  name: 'Name',
  pool: 'Pool',
  poolHint: 'Things that can stand in for one another, like "Tables for two".',
  edit: 'Change {{name}}',
  active: 'In use',
  activeHint:
    'If you turn this off, services that need it can no longer be booked. Bookings you already have are kept.',
  retired: 'Retired',
  added: 'Added.',
  new: 'Add a room, a chair or a court',
}
