/** What the two sides of a booking write to each other. */
export const thread = {
  title: 'Messages',
  noneYet: 'Ask {{name}} about this booking.',
  none: 'No messages yet.',
  you: 'You',
  read: 'Read',
  hidden: 'Phone numbers, email addresses and links are hidden until the booking is confirmed.',
  hiddenFrom: 'Contact details in it are hidden from {{name}} until the booking is confirmed.',
  field: 'Message to {{name}}',
  missing: 'Enter a message',
  send: 'Send message',
  earlier: 'Show earlier messages',
  closed: 'You can no longer send messages about this booking.',
  unread: 'New message',
}
