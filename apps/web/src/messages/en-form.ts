export const form = {
  noBusinessName: 'Enter the name of the business',
}
