export const form = {
  required: 'Please fill this in.',
  badEmail: 'This does not look like an email address.',
  badPhone: 'Enter a phone number with its area code, like (208) 555-0123.',
  shortPassword: 'Use at least {{min}} characters.',
  commonPassword: 'This password is too easy to guess. Choose another one.',
}
