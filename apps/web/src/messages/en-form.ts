export const form = {
  noBusinessName: 'Enter the name of the business.',
  noComplaint: 'Enter what happened.',
  commonPassword: 'This password is too easy to guess. Choose another one.',
}
