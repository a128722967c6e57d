import { explore, locate, page, place, search } from './en-explore'
import { mine } from './en-mine'
import { native } from './en-native'
import { owner } from './en-owner'

const app = {
  loading: 'Loading',
  failed: 'This didn’t load',
  again: 'Try again',
  explore: 'Explore',
  account: 'Account',
  back: 'Back',
  reload: 'Reload',
  asOf: 'As of {{when}}',
  offline: 'You’re offline. You can read this; to change something, connect first.',
}

const bookings = {
  tab: 'Bookings',
  guestText: 'Sign in to see your bookings.',
  toBusiness: 'View business',
  onDevice: 'Booked on this device',
  calendar: 'Add to Google Calendar',
}

const account = {
  title: 'Your account',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedOut: 'You’re signed out.',
  email: 'Email',
  emailMissing: 'Enter your email',
  password: 'Password',
  passwordMissing: 'Enter your password',
  forgot: 'Forgot your password?',
  guestTitle: 'You’re not signed in',
  guestText: 'Sign in with the account you have on our site.',
}

const book = {
  signIn: 'Sign in to book faster',
  unbookableTitle: 'This can’t be booked online',
}

const pay = {
  onSite: 'Pay on our site',
  onSiteTitle: 'You pay in your browser',
  onSiteText: 'If our site asks who you are, sign in there too. Come back here once you’ve paid.',
}

/** The texts of the phone app alone. */
export const en = {
  ...mine,
  ...native,
  ...owner,
  account,
  app,
  book,
  bookings,
  explore,
  locate,
  page,
  pay,
  place,
  search,
}
