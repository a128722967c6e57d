export const join = {
  title: 'Join {{name}} as {{role}}',
  role: { owner: 'owner', manager: 'manager', staff: 'staff' },
  intro: {
    owner: 'The invitation is for {{email}}. Owners see and change everything.',
    manager: 'The invitation is for {{email}}. Managers run everything but logins and payouts.',
    staff: 'The invitation is for {{email}}. Staff see the day and its bookings.',
  },
  join: 'Join {{name}}',
  other: 'You’re signed in as {{email}}. Sign out to accept this invitation.',
  name: 'Your name',
  nameMissing: 'Enter your name',
  newPassword: 'Choose a password',
  passwordHint: 'At least {{min}} characters.',
  passwordOf: 'Password of {{email}}',
  endedTitle: 'Invitation',
  ended: 'This invitation can’t be used',
  endedText: 'It was used, withdrawn, or is older than 30 days. Ask the person who sent it for a new one.',
}
