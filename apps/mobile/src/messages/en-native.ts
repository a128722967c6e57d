import { mailedLink } from '@buy-locals/features/messages/en-mailed-link'

const upgrade = {
  title: 'Update the app to continue',
  text: 'This version is too old to book with. Your bookings are safe: they’re in your account.',
  store: 'Get the update',
}

const push = {
  title: 'Know when something changes',
  text: 'Turn on notifications to get a reminder before your visit, and to know right away if {{place}} changes it.',
  turnOn: 'Turn on notifications',
  later: 'Not now',
  on: 'Notifications are on.',
  unavailable: 'This server doesn’t send notifications to phones.',
  failed: 'Notifications are not on yet',
  refusedTitle: 'Notifications are off on this phone',
  refusedText: 'You can turn them on for this app in your phone’s settings.',
  settings: 'Open settings',
}

const onSite = {
  title: 'This page is on our site',
  text: 'It opens in your browser.',
  open: 'Open in browser',
  explore: 'Find a business',
}

/** What a phone alone has: notifications, links and updates. */
export const native = { mailedLink, onSite, push, upgrade }
