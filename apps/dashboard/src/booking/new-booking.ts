import { bookForCustomer } from '@buy-locals/contracts/booking/operations'
import type { Input } from '@buy-locals/contracts/operation'
import type { Id } from '@buy-locals/values/ids'
import { issueText } from '../forms/issue-text'
import { instantAt } from '../time/times'
import type { Translate } from '../messages/use-t'
import type { Customer } from './customer-fields'

export type Draft = {
  serviceId: string
  staffId: string
  partySize: number
  day: string
  /** The chosen free start. */
  start: string
  /** A time of the owner's own, which may lie outside of notice and hours. */
  own: boolean
  time: string
  minNotice: boolean
  hours: boolean
}

type Wish = Input<typeof bookForCustomer>['body']

export function wishOf(draft: Draft, { name, phone, email, note }: Customer, timeZone: string): Wish {
  return {
    serviceId: draft.serviceId as Id<'service'>,
    start: draft.own ? instantAt(draft.day, draft.time, timeZone) : draft.start,
    partySize: draft.partySize,
    customer: { name, ...(phone.trim() && { phone: phone.trim() }), ...(email.trim() && { email: email.trim() }) },
    ...(draft.staffId && { staffId: draft.staffId as Id<'staff'> }),
    ...(note.trim() && { note }),
    ...(draft.own && { override: { minNotice: draft.minNotice, hours: draft.hours } }),
  }
}

/** What is still missing or not right, by the line it belongs to. */
export function issuesOf(draft: Draft, customer: Customer, t: Translate): Record<string, string> {
  const asked = bookForCustomer.body.shape.customer.safeParse({
    name: customer.name,
    ...(customer.phone.trim() && { phone: customer.phone.trim() }),
    ...(customer.email.trim() && { email: customer.email.trim() }),
  })
  const wrong = (asked.error?.issues ?? []).map((issue) => [`customer.${issue.path.join('.')}`, issueText(issue, t)])
  const hasStart = draft.own ? draft.time !== '' : draft.start !== ''
  return Object.fromEntries([...(hasStart ? [] : [['start', t('booking.pickTime')]]), ...wrong]) as Record<
    string,
    string
  >
}
