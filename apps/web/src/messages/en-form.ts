export const form = {
  required: 'Please fill this in.',
  noName: 'Enter your name.',
  noEmail: 'Enter your email address.',
  noBusinessName: 'Enter the name of the business.',
  noComplaint: 'Enter what happened.',
  badEmail: 'This does not look like an email address.',
  badPhone: 'Enter a phone number with its area code, like (208) 555-0123.',
  shortPassword: 'Use at least {{min}} characters.',
  commonPassword: 'This password is too easy to guess. Choose another one.',
}
