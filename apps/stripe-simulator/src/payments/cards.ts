import { createHash } from 'node:crypto'
import type { StripeErrorBody } from '../api/error.ts'

export type Decline = { code: string; declineCode?: string; message: string }

export type Card = {
  number: string
  /** After `pm_card_` (or `pm_card_visa_`). */
  names: string[]
  brand: string
  country: string
  funding: 'credit' | 'debit' | 'prepaid'
  /** When the bank asks for 3-D Secure; an `unless-set-up` card does not need it once it was saved with it. */
  authentication: 'never' | 'always' | 'unless-set-up'
  decline?: Decline
  /** Declined already when the card is saved, not only when it is charged. */
  declinesSaving: boolean
  after?: 'dispute' | 'inquiry' | 'refund-pending' | 'refund-fails'
  isAvailableAtOnce: boolean
}

const card = (number: string, names: string, more: Partial<Card> = {}): Card => ({
  number,
  names: names.split(' '),
  brand: 'visa',
  country: 'US',
  funding: 'credit',
  authentication: 'never',
  declinesSaving: more.decline !== undefined,
  isAvailableAtOnce: false,
  ...more,
})

const declined = (declineCode: string, message = 'Your card was declined.') => ({
  decline: { code: 'card_declined', declineCode, message },
})
const declinedWith = (code: string, message: string, declineCode = code) => ({
  decline: { code, declineCode, message },
})

/** Stripe's own test cards: https://docs.stripe.com/testing */
export const cards: Card[] = [
  card('4242424242424242', 'visa us'),
  card('4000056655665556', 'visa_debit', { funding: 'debit' }),
  card('5555555555554444', 'mastercard', { brand: 'mastercard' }),
  card('2223003122003222', 'mastercard_2', { brand: 'mastercard' }),
  card('5200828282828210', 'mastercard_debit', { brand: 'mastercard', funding: 'debit' }),
  card('5105105105105100', 'mastercard_prepaid', { brand: 'mastercard', funding: 'prepaid' }),
  card('378282246310005', 'amex', { brand: 'amex' }),
  card('6011111111111117', 'discover', { brand: 'discover' }),
  card('3056930009020004', 'diners', { brand: 'diners' }),
  card('3566002020360505', 'jcb', { brand: 'jcb', country: 'JP' }),
  card('4000002760000016', 'de', { country: 'DE' }),
  card('4000008260000000', 'gb', { country: 'GB' }),
  card('4000000000000077', 'bypassPending', { isAvailableAtOnce: true }),

  card('4000000000000002', 'chargeDeclined', declined('generic_decline')),
  card(
    '4000000000009995',
    'chargeDeclinedInsufficientFunds',
    declined('insufficient_funds', 'Your card has insufficient funds.'),
  ),
  card('4000000000009987', 'chargeDeclinedLostCard', declined('lost_card')),
  card('4000000000009979', 'chargeDeclinedStolenCard', declined('stolen_card')),
  card(
    '4000000000006975',
    'chargeDeclinedVelocityLimitExceeded',
    declined(
      'card_velocity_exceeded',
      'Your card was declined for making repeated attempts too frequently or exceeding its amount limit.',
    ),
  ),
  card('4000000000000069', 'chargeDeclinedExpiredCard', declinedWith('expired_card', 'Your card has expired.')),
  card(
    '4000000000000127',
    'chargeDeclinedIncorrectCvc',
    declinedWith('incorrect_cvc', "Your card's security code is incorrect."),
  ),
  card(
    '4000000000000119',
    'chargeDeclinedProcessingError',
    declinedWith('processing_error', 'An error occurred while processing your card. Try again in a little bit.'),
  ),
  card('4100000000000019', 'radarBlock chargeDeclinedFraudulent', declined('fraudulent')),
  card('4000000000000341', 'chargeCustomerFail', { ...declined('generic_decline'), declinesSaving: false }),

  card('4000002500003155', 'authenticationRequiredOnSetup', { authentication: 'unless-set-up', country: 'FR' }),
  card('4000002760003184', 'authenticationRequired', { authentication: 'always', country: 'DE' }),
  card('4000003800000446', 'authenticationRequiredSetupForOffSession', {
    authentication: 'unless-set-up',
    country: 'HU',
  }),
  card('4000008260003178', 'authenticationRequiredChargeDeclinedInsufficientFunds', {
    authentication: 'always',
    country: 'GB',
    ...declined('insufficient_funds', 'Your card has insufficient funds.'),
    declinesSaving: false,
  }),
  card('4000000000003220', 'threeDSecure2Required', { authentication: 'always' }),
  card('4000000000003063', 'threeDSecureRequired', { authentication: 'always' }),
  card('4000008400001629', 'threeDSecureRequiredChargeDeclined', {
    authentication: 'always',
    ...declined('generic_decline'),
    declinesSaving: false,
  }),
  card('4000000000003055', 'threeDSecureOptional'),
  card('4000000000000259', 'createDispute', { after: 'dispute' }),
  card('4000000000001976', 'createDisputeInquiry', { after: 'inquiry' }),
  card('4000000000007726', 'pendingRefund', { after: 'refund-pending' }),
  card('4000000000005126', 'refundFail', { after: 'refund-fails' }),
]

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

export const cardByNumber = (number: string) => cards.find((card) => card.number === number)

export const cardByName = (method: string) =>
  cards.find(({ names }) => names.some((name) => [`pm_card_${name}`, `pm_card_visa_${name}`].includes(method)))

/** Stored instead of the number, and enough to find the card again. */
export const fingerprintOf = ({ number }: Card) =>
  createHash('sha256').update(`card ${number}`).digest('base64url').replace(/[-_]/g, 'x').slice(0, 16)

const byFingerprint = new Map(cards.map((card) => [fingerprintOf(card), card]))

export function cardByFingerprint(fingerprint: string | null | undefined): Card {
  const found = byFingerprint.get(fingerprint ?? '')
  if (!found) throw new Error('A stored payment method is not one of the test cards')
  return found
}

export function passesLuhn(number: string): boolean {
  const sum = [...number].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
