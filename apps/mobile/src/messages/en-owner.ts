import { balance } from '@buy-locals/features/messages/en-balance'
import { board } from '@buy-locals/features/messages/en-board'
import { booking } from '@buy-locals/features/messages/en-business-booking'
import { reviews } from '@buy-locals/features/messages/en-business-reviews'
import { ownerForm } from '@buy-locals/features/messages/en-owner-form'
import { roles } from '@buy-locals/features/messages/en-roles'
import { todayHours } from '@buy-locals/features/messages/en-today-hours'

const business = {
  mine: 'Your businesses',
  signIn: 'Sign in to see the bookings of your business.',
  goneTitle: 'You no longer have access',
  goneText: 'You were removed from this business, or your role ended. Ask an owner to invite you again.',
  toAccount: 'Back to your account',
  toConsumer: 'Switch to booking',
  today: 'Today',
  money: 'Payments',
  reviews: 'Reviews',
  more: 'More',
  ...roles,
  dashboard: 'Open the dashboard',
  dashboardText: 'Services, team, hours, customers and settings are in the dashboard.',
  callName: 'Call {{name}}',
  text: 'Text',
  textName: 'Text {{name}}',
  mail: 'Email',
  mailName: 'Email {{name}}',
  toComplaint: 'Reply in the dashboard',
  toDashboard: 'Open in the dashboard',
  timeHint: 'For example 14:30 or 2:30 PM',
  suggestions: 'Customers',
  lastPayouts: 'Made available lately',
  noPayouts: 'Nothing yet.',
  forManagers: 'Only owners and managers see payments.',
}

/** What owners and staff read in the app. */
export const owner = { balance, board, booking, business, businessReviews: reviews, ownerForm, todayHours }
