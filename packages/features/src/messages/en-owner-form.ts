/** What is wrong with a field that an owner fills in, and what to write. */
export const ownerForm = {
  noName: 'Enter a name.',
  time: 'Enter a time.',
  date: 'Choose a date.',
}
