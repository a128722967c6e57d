export const form = {
  noBusinessName: 'Enter the name of the business.',
  noComplaint: 'Enter what happened.',
}
