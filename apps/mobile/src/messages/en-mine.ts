import { ownAccount } from '@buy-locals/features/messages/en-own-account'

const inbox = {
  title: 'Inbox',
  new: 'New',
  tabUnread_one: 'Inbox, {{count}} new notification',
  tabUnread_other: 'Inbox, {{count}} new notifications',
  guestText: 'Sign in to see what’s new with your bookings.',
  settings: 'Settings',
  more: 'Loading older notifications',
}

const settings = {
  app: 'App settings',
  language: 'Language',
  languageChoose: 'Choose a language',
  languageText: 'We’ll use it for your emails too.',
  appearance: 'Appearance',
  appearanceChoose: 'Choose how the app looks',
  appearanceText: 'On this phone only.',
  system: 'Same as the phone',
  light: 'Light',
  dark: 'Dark',
  inApp: 'In your inbox',
  sms: 'Manage text messages on our site',
  signOutElsewhere: 'Sign out everywhere else',
  signedOutElsewhere: 'You’re signed out everywhere else.',
  exportOnSite: 'Download it on our site',
}

/** What somebody does with their bookings and their account. */
export const mine = { inbox, ownAccount, settings }
