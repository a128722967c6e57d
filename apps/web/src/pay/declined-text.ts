import type { MessageKey } from '@buy-locals/features/i18n'
import type { pay } from '../messages/en-pay'

const byCode: Record<string, MessageKey<typeof pay>> = {
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
export const declinedKey = (code: string) => `pay.${byCode[code] ?? 'declined'}` as const
