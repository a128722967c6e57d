export const form = {
  noName: 'Enter your name.',
  noEmail: 'Enter your email address.',
  noBusinessName: 'Enter the name of the business.',
  noComplaint: 'Enter what happened.',
  badEmail: 'Enter an email address like name@example.com.',
  badPhone: 'Enter a phone number with its area code, like (208) 555-0123.',
  shortPassword: 'Use at least {{min}} characters.',
  commonPassword: 'This password is too easy to guess. Choose another one.',
}
