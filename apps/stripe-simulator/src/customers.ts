import type Stripe from 'stripe'
import { type Context, retrieve } from './api/context.ts'
import { endpoint, listEndpoint, retrieveEndpoint } from './api/endpoint.ts'
import { invalidRequest } from './api/error.ts'
import { mergeMetadata, updatedText } from './api/params.ts'
import type { Requests } from './api/sdk-types.ts'
import * as objects from './database/objects.ts'
import { randomText } from './ids.ts'
import { attach, resolvePaymentMethod, toAddress } from './payments/payment-methods.ts'
import { createEvent, updateWithEvent } from './webhooks/events.ts'

type Change = Requests['CustomerCreateParams'] | Requests['CustomerUpdateParams']

const customerFields = [
  'email',
  'name',
  'phone',
  'description',
  'metadata',
  'address',
  'preferred_locales',
  'invoice_settings',
] as const

const newCustomer = (context: Context): Stripe.Customer => ({
  id: `cus_${randomText(14)}`,
  object: 'customer',
  address: null,
  balance: 0,
  created: context.now,
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

function applyUpdate(context: Context, customer: Stripe.Customer, change: Change): Stripe.Customer {
  if (change.email && !/^\S+@\S+$/.test(change.email)) {
    throw invalidRequest(`Invalid email address: ${change.email}`, { code: 'email_invalid', param: 'email' })
  }
  const defaultMethod = change.invoice_settings?.default_payment_method
  return {
    ...customer,
    email: updatedText(change.email, customer.email),
    name: updatedText(change.name, customer.name),
    phone: updatedText(change.phone, customer.phone),
    description: updatedText(change.description, customer.description),
    address:
      change.address === undefined ? (customer.address ?? null) : change.address ? toAddress(change.address) : null,
    metadata: mergeMetadata(customer.metadata, change.metadata),
    preferred_locales: change.preferred_locales ?? customer.preferred_locales ?? [],
    invoice_settings: {
      ...customer.invoice_settings,
      default_payment_method:
        defaultMethod === undefined
          ? customer.invoice_settings.default_payment_method
          : retrieve(context, 'payment_method', defaultMethod, 'invoice_settings[default_payment_method]').id,
    },
  }
}

export const customers = [
  endpoint({
    method: 'post',
    path: '/v1/customers',
    params: 'CustomerCreateParams',
    supports: [...customerFields, 'payment_method'],
    returns: 'Customer',
    handle: (context, params) => {
      const customer = applyUpdate(context, newCustomer(context), params)
      objects.insert(context.db, context.account, customer)
      createEvent(context, 'customer.created', customer)
      if (params.payment_method) attach(context, resolvePaymentMethod(context, params.payment_method), customer.id)
      return customer
    },
  }),
  retrieveEndpoint({
    path: '/v1/customers/:id',
    params: 'CustomerRetrieveParams',
    returns: 'Customer',
    kind: 'customer',
  }),
  endpoint({
    method: 'post',
    path: '/v1/customers/:id',
    params: 'CustomerUpdateParams',
    supports: [...customerFields],
    returns: 'Customer',
    handle: (context, params, id: string) =>
      updateWithEvent(context, 'customer.updated', applyUpdate(context, retrieve(context, 'customer', id), params)),
  }),
  endpoint({
    method: 'delete',
    path: '/v1/customers/:id',
    params: 'CustomerDeleteParams',
    supports: [],
    returns: 'DeletedCustomer',
    handle: (context, _, id: string) => {
      const customer = retrieve(context, 'customer', id)
      objects.remove(context.db, id)
      createEvent(context, 'customer.deleted', customer)
      return { id, object: 'customer' as const, deleted: true as const }
    },
  }),
  listEndpoint({
    path: '/v1/customers',
    params: 'CustomerListParams',
    supports: ['email', 'created'],
    returns: 'Customer',
    find: ({ db, account }, { email }) => objects.list(db, 'customer', account, { email }),
  }),
]
