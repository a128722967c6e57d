export const report = {
  title: 'Report a problem with this listing',
  back: 'Back to {{name}}',
  fault: 'What’s wrong?',
  faults: {
    closed: 'It’s closed for good',
    'wrong-address': 'The address is wrong',
    'wrong-phone': 'The phone number is wrong',
    'not-a-business': 'It isn’t a business',
    other: 'Something else',
  },
  note: 'Details',
  noteHint: 'For example, the right address.',
  noFault: 'Select what’s wrong',
  noNote: 'Enter what’s wrong',
  send: 'Send report',
  sentTitle: 'We’ve received your report',
  sentText: 'Thank you. The people who run this site will look into it.',
}
