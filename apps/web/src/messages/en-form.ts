export const form = {
  required: 'Please fill this in.',
  badEmail: 'This does not look like an email address.',
  badPhone: 'Write it with the country code, like +12085550100.',
  shortPassword: 'Use at least {{min}} characters.',
  commonPassword: 'This password is too easy to guess. Choose another one.',
}
