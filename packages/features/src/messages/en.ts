import { booking } from './en-booking'
import { category } from './en-category'
import { notification } from './en-notification'
import { refusal } from './en-refusal'

const place = {
  open: 'Open',
  openUntil: 'Open until {{time}}',
  closesSoon: 'Closes soon, {{time}}',
  openAlways: 'Open day and night',
  closed: 'Closed',
  opens: 'Closed, opens {{when}}',
  hoursUnknown: 'Hours unknown',
  closedDay: 'Closed',
  rated_one: 'Rated {{mean}} out of 5, {{count}} review',
  rated_other: 'Rated {{mean}} out of 5, {{count}} reviews',
  unrated: 'No reviews yet',
  ratingCount: '({{count}})',
  priceLevel: 'Price level {{level}} of 4',
  demonstration: 'Demonstration',
  openData: 'Historic open data',
}

const time = {
  day: '{{weekday}} {{day}} {{month}}',
  dayOfYear: '{{weekday}} {{day}} {{month}} {{year}}',
  at: '{{day}}, {{time}}',
  atZone: '{{day}}, {{time}} {{zone}}',
  timeZone: '{{time}} {{zone}}',
  range: '{{from}}–{{to}}',
  today: 'Today',
  tomorrow: 'Tomorrow',
  morning: 'Morning',
  afternoon: 'Afternoon',
  evening: 'Evening',
  minutes_one: '{{count}} min',
  minutes_other: '{{count}} min',
  hours: '{{hours}} h',
  hoursMinutes: '{{hours}} h {{minutes}} min',
}

/** The texts that the phone, the site and the dashboard share. */
export const en = { booking, category, notification, place, refusal, time }
