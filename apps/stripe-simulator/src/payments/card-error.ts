import type { StripeErrorBody } from '../wire/refusal.ts'
import type { Decline } from './cards.ts'

export const cardError = ({ code, declineCode, message }: Decline): StripeErrorBody => ({
  type: 'card_error',
  code,
  ...(declineCode && { decline_code: declineCode }),
  message,
})

export const authenticationRequired: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
}
