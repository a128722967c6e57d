export const notifications = {
  title: 'Notification settings',
  intro:
    'What we tell you about, by email and in the dashboard. Decisions about your business and disputes always come.',
  back: 'Back to notifications',
  reminders: 'Reminders to your customers',
  remindersHint:
    'By email, by text to customers who agreed to it, and by push to those with the app. Texts and pushes wait at night.',
  tooManyReminders: 'Choose {{count}} at most',
  daysBefore_one: '1 day before',
  daysBefore_other: '{{count}} days before',
  hoursBefore_one: '1 hour before',
  hoursBefore_other: '{{count}} hours before',
  minutesBefore_one: '1 minute before',
  minutesBefore_other: '{{count}} minutes before',
}
