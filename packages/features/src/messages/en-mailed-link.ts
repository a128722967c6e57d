import { ownAccount } from './en-own-account'

/** What a link leads to that was mailed to set a password or to verify an address. */
export const mailedLink = {
  newPassword: ownAccount.newPassword,
  passwordHint: ownAccount.passwordHint,
  resetTitle: 'Set a new password',
  resetSave: ownAccount.resetSave,
  resetDoneTitle: 'Password changed',
  resetDoneText: 'You’ve been signed out everywhere. Sign in with your new password.',
  linkMissingTitle: 'This link is incomplete',
  linkMissingText: 'Open it again from the email, or request a new one.',
  requestAgain: 'Request a new link',
  verifyTitle: 'Verify your email',
  verifying: 'Verifying your email',
  verifiedTitle: 'Email verified',
  verifiedText: 'Bookings you made as a guest with this email are now in your account.',
  proveTitle: 'Choose a password',
  proveText:
    'You’ve shown that this email is yours. Choose a password to finish. Anyone who was signed in to this account is signed out.',
  verifyFailedTitle: 'This link doesn’t work',
}
