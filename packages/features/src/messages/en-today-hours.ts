/** What closes a business for today, or opens it again. */
export const todayHours = {
  keptText: 'Each stays until you cancel or move it.',
  today: 'Today',
  closeNow: 'Close now',
  closeToday: 'Stay closed today',
  resume: 'Use weekly hours today',
  closeText: 'Your page shows it right away, and nobody can book for that time. Your weekly hours stay the same.',
  resumeText: 'The special hours of today are removed.',
  howLong: 'How long',
  restOfToday: 'For the rest of today',
  untilTime: 'Until a time',
  opensAgain: 'Open again at',
  missingTime: 'Enter the time you open again',
  closedUntilThen: 'You’re closed until then anyway. Enter a later time.',
  pagePreview: 'Your page will say: {{state}}',
  closedToday: 'You’re closed for the rest of today.',
}
