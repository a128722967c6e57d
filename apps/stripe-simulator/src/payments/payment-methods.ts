import type Stripe from 'stripe'
import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { type Call, existing, idOf } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { page } from '../wire/pagination.ts'
import { invalid, notSimulated, Refusal } from '../wire/refusal.ts'
import { cardError } from './card-error.ts'
import { billingDetails, methodFor, methodFromData } from './card-payment-method.ts'
import { cardWith } from './cards.ts'

export function attach(call: Call, method: Stripe.PaymentMethod, customer: string): Stripe.PaymentMethod {
  if (idOf(method.customer) === customer) return method
  if (method.customer !== null) {
    throw invalid('The payment method you provided has already been attached to a customer.', {
      code: 'payment_method_unexpected_state',
    })
  }
  const { decline, declinesSaving } = cardWith(method.card?.fingerprint)
  if (decline && declinesSaving) throw new Refusal(402, { ...cardError(decline), payment_method: method })
  const attached = { ...method, customer }
  objects.update(call.db, attached)
  say(call, 'payment_method.attached', attached)
  return attached
}

const ofCustomer = (call: Call, customer: string, type: string | undefined) =>
  objects
    .all(call.db, 'payment_method', call.account, { customer: existing(call, 'customer', customer, 'customer').id })
    .filter((method) => type === undefined || method.type === type)

export const paymentMethods = [
  endpoint({
    method: 'post',
    path: '/v1/payment_methods',
    params: 'PaymentMethodCreateParams',
    honours: ['type', 'card', 'billing_details', 'metadata', 'allow_redisplay'],
    returns: 'PaymentMethod',
    fromBrowser: true,
    answer: (call, params) => {
      const made = methodFromData(call, params)
      if (params.allow_redisplay === undefined) return made
      const changed = { ...made, allow_redisplay: params.allow_redisplay }
      objects.update(call.db, changed)
      return changed
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/payment_methods/:id',
    params: 'PaymentMethodRetrieveParams',
    honours: [],
    returns: 'PaymentMethod',
    answer: (call, _, id: string) => methodFor(call, id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id',
    params: 'PaymentMethodUpdateParams',
    honours: ['billing_details', 'metadata'],
    returns: 'PaymentMethod',
    answer: (call, params, id: string) => {
      const method = existing(call, 'payment_method', id)
      const changed = {
        ...method,
        billing_details: billingDetails(params.billing_details ?? {}, method.billing_details),
        metadata: merged(method.metadata, params.metadata),
      }
      objects.update(call.db, changed)
      say(call, 'payment_method.updated', changed)
      return changed
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id/attach',
    params: 'PaymentMethodAttachParams',
    honours: ['customer'],
    returns: 'PaymentMethod',
    answer: (call, params, id: string) => {
      if (!params.customer)
        throw invalid('Missing required param: customer.', { code: 'parameter_missing', param: 'customer' })
      return attach(call, methodFor(call, id), existing(call, 'customer', params.customer, 'customer').id)
    },
  }),
  endpoint({
    method: 'post',
    path: '/v1/payment_methods/:id/detach',
    params: 'PaymentMethodDetachParams',
    honours: [],
    returns: 'PaymentMethod',
    answer: (call, _, id: string) => {
      const method = existing(call, 'payment_method', id)
      if (method.customer === null) {
        throw invalid('The payment method you provided is not attached to a customer so detachment is impossible.', {
          code: 'payment_method_unexpected_state',
        })
      }
      const detached = { ...method, customer: null }
      objects.update(call.db, detached)
      objects.remember(call.db, id, { spent: true })
      say(call, 'payment_method.detached', detached, { previous: { customer: method.customer } })
      return detached
    },
  }),
  list({
    path: '/v1/payment_methods',
    params: 'PaymentMethodListParams',
    honours: ['customer', 'type'],
    returns: 'PaymentMethod',
    answer: (call, params) => {
      if (!params.customer) throw notSimulated('listing payment methods of no customer', 'customer')
      return page(ofCustomer(call, params.customer, params.type), params, '/v1/payment_methods')
    },
  }),
  list({
    path: '/v1/customers/:customer/payment_methods',
    params: 'CustomerListPaymentMethodsParams',
    honours: ['type'],
    returns: 'PaymentMethod',
    answer: (call, params, customer: string) =>
      page(ofCustomer(call, customer, params.type), params, `/v1/customers/${customer}/payment_methods`),
  }),
]
