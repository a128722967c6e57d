import type { KeyOf } from '@buy-locals/features/speech/speech'
import type { pay } from '../words/en-pay'

const byCode: Record<string, KeyOf<typeof pay>> = {
  insufficient_funds: 'declinedFunds',
  expired_card: 'declinedExpired',
  invalid_expiry_month: 'declinedExpired',
  invalid_expiry_year: 'declinedExpired',
  incorrect_cvc: 'declinedCvc',
  invalid_cvc: 'declinedCvc',
  incorrect_number: 'declinedNumber',
  invalid_number: 'declinedNumber',
  payment_intent_authentication_failure: 'notConfirmed',
}

/** Why a card was not taken, as far as its bank says. */
export const declinedWords = (code: string) => `pay.${byCode[code] ?? 'declined'}` as const
