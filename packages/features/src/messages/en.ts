import { book } from './en-book'
import { booking } from './en-booking'
import { business } from './en-business'
import { category } from './en-category'
import { fault } from './en-fault'
import { find } from './en-find'
import { form } from './en-form'
import { notification } from './en-notification'
import { ownBooking } from './en-own-booking'
import { pay } from './en-pay'
import { preference } from './en-preference'
import { refusal } from './en-refusal'
import { thread } from './en-thread'

const place = {
  open: 'Open',
  openUntil: 'Open until {{time}}',
  openUntilTomorrow: 'Open until tomorrow at {{time}}',
  openUntilDay: 'Open until {{day}} at {{time}}',
  closesSoon: 'Closes soon, at {{time}}',
  openAlways: 'Open 24 hours',
  closed: 'Closed',
  opensToday: 'Closed · opens at {{time}}',
  opensTomorrow: 'Closed · opens tomorrow at {{time}}',
  opensOn: 'Closed · opens {{day}} at {{time}}',
  hoursUnknown: 'Hours unknown',
  reviewPhoto: 'Photo {{number}} by {{name}}',
  formerCustomer: 'Former customer',
  closedDay: 'Closed',
  openAllDay: 'Open 24 hours',
  rated_one: 'Rated {{mean}} out of 5, {{count}} review',
  rated_other: 'Rated {{mean}} out of 5, {{count}} reviews',
  unrated: 'No reviews yet',
  stars: '{{stars}} out of 5 stars',
  ratingCount: '({{count}})',
  priceLevel: 'Price level {{level}} of 4',
  demonstration: 'Demonstration',
  openData: 'Historic open data',
}

/** Why a file is no photo that can be shown, and what to do. */
const photoFault = {
  heic: 'HEIC photos can’t be shown on the web. Save it as JPEG and upload it again.',
  animation: 'GIFs and animations can’t be used. Upload a JPEG or PNG.',
  'not-a-photo': 'This isn’t a photo. Upload a JPEG, PNG, WebP or AVIF.',
  'too-many-pixels':
    'This photo is too large. It can have 50 megapixels, or 12 as AVIF. Save a smaller copy and upload that.',
  'too-small': 'This photo is too small. It needs at least 200 pixels on each side.',
  unreadable: 'The file is damaged or incomplete. Upload it again, or save it as JPEG first.',
  tooLarge: 'The file is larger than 15 MB. Save a smaller copy and upload that.',
  empty: 'The file is empty.',
  limit_one: 'There is a photo already. Delete it first.',
  limit_other: 'You have {{max}} photos, which is the most. Delete one first.',
  failed: 'The upload stopped. Check your connection and try again.',
}

const upload = {
  sending: 'Uploading {{name}}',
  cancel: 'Cancel the upload of {{name}}',
  failed: '{{name}} was not uploaded',
  unusable: '{{name}} can’t be used',
  retry: 'Try again',
  dismiss: 'Dismiss',
}

const connection = {
  offline: 'You’re offline. What you typed is kept, and we go on when you’re back.',
  unsent: 'You’re offline. To change something, connect first.',
  online: 'You’re back online.',
}

/** What a map says by itself. */
const map = {
  title: 'Map',
  pin: 'Pin',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  sources: 'Where the map is from',
  scroll: 'Use Ctrl + scroll to zoom the map',
  scrollOnMac: 'Use ⌘ + scroll to zoom the map',
  twoFingers: 'Use two fingers to move the map',
  loading: 'Loading the map',
  failed: 'The map didn’t load. Reload the page to try again.',
}

const time = {
  today: 'Today',
  dayTitle: '{{weekday}}, {{date}}',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
}

/** What components show by themselves. */
const ui = {
  close: 'Close',
  dismiss: 'Dismiss',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  optional: 'optional',
  choose: 'Choose',
  fewer: 'Less',
  more: 'More',
  badNumber: 'Enter a number, like 5 or 2.5',
  star_one: '{{count}} star',
  star_other: '{{count}} stars',
}

/** What signing in with a second factor asks for. */
const code = {
  title: 'Two-step verification',
  phone: 'Code from your phone',
  phoneHint: 'Open your authenticator app and enter the 6 digits it shows.',
  recovery: 'Recovery code',
  recoveryHint: 'One of those you saved when you turned on two-step verification. Each works once.',
  useRecovery: 'Use a recovery code instead',
  usePhone: 'Use a code from your phone instead',
  missing: 'Enter the code',
  wrongRecovery: 'That recovery code is wrong or was already used. Enter another one.',
  signIn: 'Sign in',
  confirmTitle: 'Confirm it’s you',
  confirmText: 'To continue, enter a code. We won’t ask again for 10 minutes.',
  confirm: 'Continue',
}

/** The texts that the phone, the site and the dashboard share. */
export const en = {
  book,
  booking,
  business,
  category,
  code,
  connection,
  fault,
  find,
  form,
  map,
  notification,
  ownBooking,
  pay,
  photoFault,
  place,
  preference,
  refusal,
  thread,
  time,
  ui,
  upload,
}
