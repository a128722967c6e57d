import { fault } from './en-fault'

/** What is wrong with a field that is about a person, and what to write. */
export const form = {
  noName: 'Enter your name',
  noEmail: 'Enter your email address',
  badEmail: fault['not-an-email'],
  badPhone: 'Enter a phone number with its area code, like (208) 555-0123',
  shortPassword: 'Use at least {{min}} characters',
}
