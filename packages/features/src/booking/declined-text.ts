import { translatorForFeatures, type I18n, type MessageKey } from '../i18n'
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

/** Why a card was declined, as far as its bank says. */
export const declinedText = (i18n: I18n, code: string): string =>
  translatorForFeatures(i18n)(`pay.${byCode[code] ?? 'declined'}`)
