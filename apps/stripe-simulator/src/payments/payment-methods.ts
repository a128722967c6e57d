import type Stripe from 'stripe'
import { Temporal } from 'temporal-polyfill'
import { type Context, idOf, retrieve } from '../api/context.ts'
import { endpoint, listEndpoint } from '../api/endpoint.ts'
import { invalidRequest, missingParam, notSimulated, StripeError } from '../api/error.ts'
import { mergeMetadata, updatedText } from '../api/params.ts'
import * as objects from '../database/objects.ts'
import { stripeId } from '../ids.ts'
import { updateWithEvent } from '../webhooks/events.ts'
import {
  type Card,
  cardByFingerprint,
  cardByName,
  cardByNumber,
  cardError,
  fingerprintOf,
  passesLuhn,
} from './cards.ts'

type CardParams = { number?: string; exp_month?: number; exp_year?: number; cvc?: string; token?: string }
type BillingParams = Stripe.PaymentMethodCreateParams.BillingDetails
type PaymentMethodParams = {
  type?: string
  card?: CardParams
  billing_details?: BillingParams
  metadata?: Stripe.MetadataParam
}

/** Accepts the id of a stored payment method, and Stripe's `pm_card_…` names, each use of which makes a new one. */
export function resolvePaymentMethod(context: Context, id: string): Stripe.PaymentMethod {
  const card = cardByName(id)
  if (!card) return retrieve(context, 'payment_method', id, 'payment_method')
  return savePaymentMethod(context, card, thisMonth(context).add({ years: 8 }), {}, {})
}

export function createPaymentMethod(context: Context, data: PaymentMethodParams): Stripe.PaymentMethod {
  if (data.type !== 'card') throw notSimulated(`payment methods of type '${data.type ?? ''}'`, 'type')
  const { card, expires } = readCard(context, data.card ?? {})
  return savePaymentMethod(context, card, expires, data.billing_details ?? {}, mergeMetadata({}, data.metadata))
}

const thisMonth = (context: Context) =>
  Temporal.Instant.fromEpochMilliseconds(context.now * 1000)
    .toZonedDateTimeISO('UTC')
    .toPlainDate()
    .toPlainYearMonth()

function readCard(context: Context, { number, exp_month: month, exp_year: year, cvc, token }: CardParams) {
  if (token !== undefined) throw notSimulated('card tokens', 'card[token]')
  if (number === undefined) throw missingParam('card[number]')
  if (month === undefined) throw missingParam('card[exp_month]')
  if (year === undefined) throw missingParam('card[exp_year]')
  const digits = number.replace(/[\s-]/g, '')
  if (!/^\d{12,19}$/.test(digits) || !passesLuhn(digits))
    throw invalidCard('incorrect_number', 'Your card number is incorrect.', 'number')
  if (month < 1 || month > 12)
    throw invalidCard('invalid_expiry_month', "Your card's expiration month is invalid.", 'exp_month')
  const fullYear = year < 100 ? 2000 + year : year
  if (fullYear < thisMonth(context).year || fullYear > thisMonth(context).year + 50) throw expiredYear()
  const expires = Temporal.PlainYearMonth.from({ year: fullYear, month })
  if (Temporal.PlainYearMonth.compare(expires, thisMonth(context)) < 0) throw expiredYear()
  if (cvc !== undefined && !/^\d{3,4}$/.test(cvc))
    throw invalidCard('invalid_cvc', "Your card's security code is invalid.", 'cvc')
  const card = cardByNumber(digits)
  if (!card) throw new StripeError(402, cardError(notATestCard))
  return { card, expires }
}

const notATestCard = {
  code: 'card_declined',
  declineCode: 'test_mode_live_card',
  message:
    'Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.',
}
const invalidCard = (code: string, message: string, param: string) =>
  new StripeError(402, { type: 'card_error', code, message, param })
const expiredYear = () => invalidCard('invalid_expiry_year', "Your card's expiration year is invalid.", 'exp_year')

function savePaymentMethod(
  context: Context,
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
    created: context.now,
    customer: null,
    customer_account: null,
    livemode: false,
    metadata,
    type: 'card',
  }
  objects.insert(context.db, context.account, method)
  return method
}

function billingDetails(
  change: BillingParams,
  current?: Stripe.PaymentMethod.BillingDetails,
): Stripe.PaymentMethod.BillingDetails {
  const address = change.address ? toAddress(change.address) : null
  return {
    address: change.address === undefined ? (current?.address ?? toAddress({})) : address,
    email: updatedText(change.email, current?.email),
    name: updatedText(change.name, current?.name),
    phone: updatedText(change.phone, current?.phone),
    tax_id: change.tax_id ?? current?.tax_id ?? null,
  }
}

export const toAddress = (address: Stripe.AddressParam): Stripe.Address => ({
  city: address.city || null,
  country: address.country || null,
  line1: address.line1 || null,
  line2: address.line2 || null,
  postal_code: address.postal_code || null,
  state: address.state || null,
})

export function attach(context: Context, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  if (idOf(method.customer) === customer) return method
  if (method.customer !== null) {
    throw invalidRequest('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
    })
  }
  const { decline, declinesSaving } = cardByFingerprint(method.card?.fingerprint)
  if (decline && declinesSaving) throw new StripeError(402, { ...cardError(decline), payment_method: method })
  return updateWithEvent(context, 'payment_method.attached', { ...method, customer })
}

const paymentMethodsOf = (context: Context, customer: string, type: string | undefined) =>
  objects
    .list(context.db, 'payment_method', context.account, {
      customer: retrieve(context, 'customer', customer, 'customer').id,
    })
    .filter((method) => type === undefined || method.type === type)

export const paymentMethods = [
  endpoint({
    method: 'post',
    path: '/v1/payment_methods',
    params: 'PaymentMethodCreateParams',
    supports: ['type', 'card', 'billing_details', 'metadata', 'allow_redisplay'],
    returns: 'PaymentMethod',
    allowsPublishableKey: true,
    handle: (context, params) => {
      const method = createPaymentMethod(context, params)
      if (params.allow_redisplay === undefined) return method
      const changed = { ...method, allow_redisplay: params.allow_redisplay }
      objects.update(context.db, changed)
      return changed
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment_methods/:id',
    params: 'PaymentMethodRetrieveParams',
    supports: [],
    returns: 'PaymentMethod',
    handle: (context, _, id: string) => resolvePaymentMethod(context, id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id',
    params: 'PaymentMethodUpdateParams',
    supports: ['billing_details', 'metadata'],
    returns: 'PaymentMethod',
    handle: (context, params, id: string) => {
      const method = retrieve(context, 'payment_method', id)
      return updateWithEvent(context, 'payment_method.updated', {
        ...method,
        billing_details: billingDetails(params.billing_details ?? {}, method.billing_details),
        metadata: mergeMetadata(method.metadata, params.metadata),
      })
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id/attach',
    params: 'PaymentMethodAttachParams',
    supports: ['customer'],
    returns: 'PaymentMethod',
    handle: (context, params, id: string) => {
      if (!params.customer) throw missingParam('customer')
      return attach(
        context,
        resolvePaymentMethod(context, id),
        retrieve(context, 'customer', params.customer, 'customer').id,
      )
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id/detach',
    params: 'PaymentMethodDetachParams',
    supports: [],
    returns: 'PaymentMethod',
    handle: (context, _, id: string) => {
      const method = retrieve(context, 'payment_method', id)
      if (method.customer === null) {
        throw invalidRequest(
          'The payment method you provided is not attached to a customer so detachment is impossible.',
          {
            code: 'payment_method_unexpected_state',
          },
        )
      }
      objects.addInternalFields(context.db, id, { spent: true })
      const previous = { customer: method.customer }
      return updateWithEvent(context, 'payment_method.detached', { ...method, customer: null }, { previous })
    },
  }),
  listEndpoint({
    path: '/v1/payment_methods',
    params: 'PaymentMethodListParams',
    supports: ['customer', 'type'],
    returns: 'PaymentMethod',
    find: (context, { customer, type }) => {
      if (!customer) throw notSimulated('listing payment methods of no customer', 'customer')
      return paymentMethodsOf(context, customer, type)
    },
  }),
  listEndpoint({
    path: '/v1/customers/:customer/payment_methods',
    params: 'CustomerListPaymentMethodsParams',
    supports: ['type'],
    returns: 'PaymentMethod',
    find: (context, { type }, customer: string) => paymentMethodsOf(context, customer, type),
  }),
]
