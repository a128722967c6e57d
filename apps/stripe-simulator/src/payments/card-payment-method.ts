import type Stripe from 'stripe'
import { Temporal } from 'temporal-polyfill'
import { stripeId } from '../books/ids.ts'
import * as objects from '../books/objects.ts'
import { type Call, existing } from '../wire/call.ts'
import { merged } from '../wire/metadata.ts'
import { invalid, notSimulated, Refusal } from '../wire/refusal.ts'
import { cardError } from './card-error.ts'
import { type Card, cardNamed, cardNumbered, fingerprintOf, passesLuhn } from './cards.ts'

type CardParams = { number?: string; exp_month?: number; exp_year?: number; cvc?: string; token?: string }
type BillingParams = Stripe.PaymentMethodCreateParams.BillingDetails
type CardGiven = { type?: string; card?: CardParams; billing_details?: BillingParams; metadata?: Stripe.MetadataParam }

/** Accepts an id from the books, and Stripe's `pm_card_…` names, each use of which makes a new payment method. */
export function methodFor(call: Call, id: string): Stripe.PaymentMethod {
  const card = cardNamed(id)
  if (!card) return existing(call, 'payment_method', id, 'payment_method')
  return make(call, card, today(call).add({ years: 8 }), {}, {})
}

export function methodFromData(call: Call, data: CardGiven): Stripe.PaymentMethod {
  if (data.type !== 'card') throw notSimulated(`payment methods of type '${data.type ?? ''}'`, 'type')
  const { card, expires } = readCard(call, data.card ?? {})
  return make(call, card, expires, data.billing_details ?? {}, merged({}, data.metadata))
}

const today = (call: Call) =>
  Temporal.Instant.fromEpochMilliseconds(call.now * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toPlainYearMonth()

function readCard(call: Call, { number, exp_month: month, exp_year: year, cvc, token }: CardParams) {
  if (token !== undefined) throw notSimulated('card tokens', 'card[token]')
  if (number === undefined) throw missing('number')
  if (month === undefined) throw missing('exp_month')
  if (year === undefined) throw missing('exp_year')
  const digits = number.replace(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(digits) || !passesLuhn(digits))
    throw wrong('incorrect_number', 'Your card number is incorrect.', 'number')
  if (month < 1 || month > 12)
    throw wrong('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  const fullYear = year < 100 ? 2000 + year : year
  if (fullYear < today(call).year || fullYear > today(call).year + 50) throw expiredYear()
  const expires = Temporal.PlainYearMonth.from({ year: fullYear, month })
  if (Temporal.PlainYearMonth.compare(expires, today(call)) < 0) throw expiredYear()
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc))
    throw wrong('invalid_cvc', "Your card's security code is invalid.", 'cvc')
  const card = cardNumbered(digits)
  if (!card) throw new Refusal(402, cardError(notATestCard))
  return { card, expires }
}

const notATestCard = {
  code: 'card_declined',
  declineCode: 'test_mode_live_card',
  message:
    'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
}
const missing = (field: string) =>
  invalid(`Missing required param: card[${field}].`, { code: 'parameter_missing', param: `card[${field}]` })
const wrong = (code: string, message: string, param: string) =>
  new Refusal(402, { type: 'card_error', code, message, param })
const expiredYear = () => wrong('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year')

function make(
  call: Call,
  card: Card,
  expires: Temporal.PlainYearMonth,
  billing: BillingParams,
  metadata: Stripe.Metadata,
): Stripe.PaymentMethod {
  const method: Stripe.PaymentMethod = {
    id: stripeId('pm'),
    object: 'payment_method',
    allow_redisplay: 'unspecified',
    billing_details: billingDetails(billing),
    card: {
      brand: card.brand,
      checks: { address_line1_check: null, address_postal_code_check: null, cvc_check: 'unchecked' },
      country: card.country,
      display_brand: card.brand,
      exp_month: expires.month,
      exp_year: expires.year,
      fingerprint: fingerprintOf(card),
      funding: card.funding,
      generated_from: null,
      last4: card.number.slice(-4),
      networks: { available: [card.brand], preferred: null },
      regulated_status: 'unregulated',
      three_d_secure_usage: { supported: true },
      wallet: null,
    },
    created: call.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    type: 'card',
  }
  objects.insert(call.db, call.account, method)
  return method
}

export function billingDetails(
  given: BillingParams,
  current?: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod.BillingDetails {
  const address = given.address ? addressFrom(given.address) : null
  return {
    address: given.address === undefined ? (current?.address ?? addressFrom({})) : address,
    email: given.email === undefined ? (current?.email ?? null) : given.email || null,
    name: given.name === undefined ? (current?.name ?? null) : given.name || null,
    phone: given.phone === undefined ? (current?.phone ?? null) : given.phone || null,
    tax_id: given.tax_id ?? current?.tax_id ?? null,
  }
}

export const addressFrom = (given: Stripe.AddressParam): Stripe.Address => ({
  city: given.city || null,
  country: given.country || null,
  line1: given.line1 || null,
  line2: given.line2 || null,
  postal_code: given.postal_code || null,
  state: given.state || null,
})
