/** What is wrong with a field that an owner fills in, and what to write. */
export const ownerForm = {
  noName: 'Enter a name',
  time: 'Enter a time',
  skippedTime: 'The clocks go forward that day, and skip this time. Enter another one.',
  date: 'Choose a date',
}
