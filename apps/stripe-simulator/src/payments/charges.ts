import * as objects from '../books/objects.ts'
import { say } from '../webhooks/events.ts'
import { existing } from '../wire/call.ts'
import { endpoint, list } from '../wire/endpoint.ts'
import { merged } from '../wire/metadata.ts'
import { createdIn, page } from '../wire/pagination.ts'

export const charges = [
  endpoint({
    method: 'get',
    path: '/v1/charges/:id',
    params: 'ChargeRetrieveParams',
    honours: [],
    returns: 'Charge',
    answer: (call, _, id: string) => existing(call, 'charge', id),
  }),
  endpoint({
    method: 'post',
    path: '/v1/charges/:id',
    params: 'ChargeUpdateParams',
    honours: ['description', 'metadata', 'receipt_email', 'transfer_group'],
    returns: 'Charge',
    answer: (call, params, id: string) => {
      const charge = existing(call, 'charge', id)
      const changed = {
        ...charge,
        description: params.description === undefined ? charge.description : params.description || null,
        metadata: merged(charge.metadata, params.metadata),
        receipt_email: params.receipt_email ?? charge.receipt_email,
        transfer_group: params.transfer_group ?? charge.transfer_group,
      }
      objects.update(call.db, changed)
      say(call, 'charge.updated', changed)
      return changed
    },
  }),
  list({
    path: '/v1/charges',
    params: 'ChargeListParams',
    honours: ['customer', 'payment_intent', 'transfer_group', 'created'],
    returns: 'Charge',
    answer: (call, { created, customer, payment_intent, transfer_group, ...cursor }) => {
      const where = {
        ...(customer && { customer }),
        ...(payment_intent && { payment_intent }),
        ...(transfer_group && { transfer_group }),
      }
      return page(objects.all(call.db, 'charge', call.account, where).filter(createdIn(created)), cursor, '/v1/charges')
    },
  }),
]
