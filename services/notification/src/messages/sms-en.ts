import type { About } from '../domain/notifications.ts'

const visit = ({ service, business, when }: About) => `${service} at ${business}, ${when}`
const atBusiness = ({ service, when }: About) => `${service}, ${when}`

/** Every SMS about a notification, by its kind, as short as it can be understood. The name of the sender comes before it, the link after it. */
const kinds = {
  'booking-confirmed': (about: About) => `Booked. ${visit(about)}`,
  'booking-reminder': (about: About) => `Reminder. ${visit(about)}`,
  'booking-rescheduled': (about: About) => `New time. ${visit(about)}`,
  'booking-cancelled': (about: About) => `Canceled. ${visit(about)}`,
  'message-from-business': (about: About) => `New message. ${visit(about)}`,
  'message-from-customer': (about: About) => `Message from a customer. ${atBusiness(about)}`,
  'booking-new': (about: About) => `New booking. ${atBusiness(about)}`,
  'booking-moved': (about: About) => `Moved. ${atBusiness(about)}`,
  'booking-reassigned': (about: About) => `No longer yours. ${atBusiness(about)}`,
  'booking-cancelled-by-customer': (about: About) => `Canceled by the customer. ${atBusiness(about)}`,
  'booking-cancelled-by-business': (about: About) => `Canceled by the business. ${atBusiness(about)}`,
}

/** What is texted of the texting itself. */
const notices = {
  code: (code: string) =>
    `${code} is your code to get texts. It works for 10 minutes. If you didn't ask for it, ignore this.`,
  welcome: () => 'You get texts about your bookings. Msg & data rates may apply. Reply HELP for help, STOP to end.',
  help: () => 'Texts about your bookings, when something happens. Msg & data rates may apply. Reply STOP to end.',
  stop: () => 'You get no more texts. Reply START to get them again.',
  start: () => 'You get texts about your bookings again. Reply STOP to end.',
}

export const en = { kinds, notices }

/** What a language says in SMS. Each has every one. */
export type SmsTexts = typeof en
