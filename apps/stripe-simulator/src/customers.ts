import type Stripe from 'stripe'
import { randomText } from './books/ids.ts'
import * as objects from './books/objects.ts'
import { addressFrom, methodFor } from './payments/card-payment-method.ts'
import { attach } from './payments/payment-methods.ts'
import { say } from './webhooks/events.ts'
import { type Call, existing } from './wire/call.ts'
import { endpoint, list } from './wire/endpoint.ts'
import { merged } from './wire/metadata.ts'
import { createdIn, page } from './wire/pagination.ts'
import { invalid } from './wire/refusal.ts'
import type { Requests } from './wire/wire-types.ts'

type Change = Requests['CustomerCreateParams'] | Requests['CustomerUpdateParams']

const honours = [
  'email',
  'name',
  'phone',
  'description',
  'metadata',
  'address',
  'preferred_locales',
  'invoice_settings',
] as const

const blank = (call: Call): Stripe.Customer => ({
  id: `cus_${randomText(14)}`,
  object: 'customer',
  address: null,
  balance: 0,
  created: call.now,
  currency: null,
  default_source: null,
  delinquent: false,
  description: null,
  discount: null,
  email: null,
  invoice_settings: { custom_fields: null, default_payment_method: null, footer: null, rendering_options: null },
  livemode: false,
  metadata: {},
  name: null,
  phone: null,
  preferred_locales: [],
  shipping: null,
  tax_exempt: 'none',
  test_clock: null,
})

function changed(call: Call, customer: Stripe.Customer, change: Change): Stripe.Customer {
  if (change.email && !/^\S+@\S+$/.test(change.email)) {
    throw invalid(`Invalid email address: ${change.email}`, { code: 'email_invalid', param: 'email' })
  }
  const text = (name: 'email' | 'name' | 'phone' | 'description') =>
    change[name] === undefined ? (customer[name] ?? null) : change[name] || null
  const preferred = change.invoice_settings?.default_payment_method
  return {
    ...customer,
    email: text('email'),
    name: text('name'),
    phone: text('phone'),
    description: text('description'),
    address:
      change.address === undefined ? (customer.address ?? null) : change.address ? addressFrom(change.address) : null,
    metadata: merged(customer.metadata, change.metadata),
    preferred_locales: change.preferred_locales ?? customer.preferred_locales ?? [],
    invoice_settings: {
      ...customer.invoice_settings,
      default_payment_method:
        preferred === undefined
          ? customer.invoice_settings.default_payment_method
          : existing(call, 'payment_method', preferred, 'invoice_settings[default_payment_method]').id,
    },
  }
}

export const customers = [
  endpoint({
    method: 'post',
    path: '/v1/customers',
    params: 'CustomerCreateParams',
    honours: [...honours, 'payment_method'],
    returns: 'Customer',
    answer: (call, params) => {
      const customer = changed(call, blank(call), params)
      objects.insert(call.db, call.account, customer)
      say(call, 'customer.created', customer)
      if (params.payment_method) attach(call, methodFor(call, params.payment_method), customer.id)
      return customer
    },
  }),
  endpoint({
    method: 'get',
    path: '/v1/customers/:id',
    params: 'CustomerRetrieveParams',
    honours: [],
    returns: 'Customer',
    answer: (call, _, id: string) => existing(call, 'customer', id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/customers/:id',
    params: 'CustomerUpdateParams',
    honours: [...honours],
    returns: 'Customer',
    answer: (call, params, id: string) => {
      const customer = changed(call, existing(call, 'customer', id), params)
      objects.update(call.db, customer)
      say(call, 'customer.updated', customer)
      return customer
    },
  }),
  endpoint({
    method: 'delete',
    path: '/v1/customers/:id',
    params: 'CustomerDeleteParams',
    honours: [],
    returns: 'DeletedCustomer',
    answer: (call, _, id: string) => {
      const customer = existing(call, 'customer', id)
      objects.remove(call.db, id)
      say(call, 'customer.deleted', customer)
      return { id, object: 'customer' as const, deleted: true as const }
    },
  }),
  list({
    path: '/v1/customers',
    params: 'CustomerListParams',
    honours: ['email', 'created'],
    returns: 'Customer',
    answer: (call, { email, created, ...cursor }) => {
      const found = objects.all(call.db, 'customer', call.account, email === undefined ? {} : { email })
      return page(found.filter(createdIn(created)), cursor, '/v1/customers')
    },
  }),
]
