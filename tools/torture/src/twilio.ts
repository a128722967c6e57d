/** So that what Twilio posts can be signed. Nothing listens where SMS would be sent. */
export const twilioForTests = {
  TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  TWILIO_AUTH_TOKEN: 'of-the-tests',
  TWILIO_FROM: '+12085550100',
  TWILIO_API_BASE: 'http://127.0.0.1:9',
}
