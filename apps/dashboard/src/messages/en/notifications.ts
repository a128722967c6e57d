export const notifications = {
  title: 'Notification settings',
  intro:
    'What we tell you about, by email and in the dashboard. Decisions about your business and disputes always come.',
  back: 'Back to notifications',
}
