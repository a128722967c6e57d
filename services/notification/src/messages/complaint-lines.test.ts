import { newId } from '@buy-locals/values/ids'
import { expect, test } from 'vitest'
import { notificationsOfBooking } from '../domain/notifications.ts'
import { renderMail } from './render-mail.ts'

const booking = {
  ...{ id: newId('booking'), businessId: newId('business'), marketId: newId('market'), consumerId: newId('person') },
  ...{ serviceName: 'Haircut', start: '2026-03-20T15:00:00Z', end: '2026-03-20T15:30:00Z', timeZone: 'America/Boise' },
  ...{
    status: 'completed',
    partySize: 1,
    price: { amount: 4500, currency: 'USD' as const },
    deposit: { amount: 4500 },
  },
  policy: { freeUntilHours: 24, lateRefundShare: 5000, noShowRefundShare: 0 },
  ...{ payment: 'online' as const, createdAt: '2026-03-10T15:00:00Z', isGuest: false, version: 5 },
}
const reason = 'The door was closed.'
const outcomes = {
  full: { complaintDecision: 'refunded', refundShare: 10_000, reason },
  partly: { complaintDecision: 'refunded', refundShare: 4_000, offeredShare: 2_000, reason },
  asOffered: { complaintDecision: 'refunded', refundShare: 4_000, offeredShare: 4_000, reason },
  none: { complaintDecision: 'refunded', refundShare: 0, reason },
  declined: { complaintDecision: 'released', refundShare: 0, reason },
  declinedNoShow: { complaintDecision: 'released', refundShare: 5_000, reason },
  accepted: { complaintDecision: 'refunded', refundShare: 4_000, offeredShare: 4_000 },
  acceptedInFull: { complaintDecision: 'refunded', refundShare: 10_000, offeredShare: 10_000 },
  upheldUnpaid: { complaintDecision: 'refunded', refundShare: 10_000, reason, payment: 'at-venue' },
  rejectedUnpaid: { complaintDecision: 'released', refundShare: 0, reason, payment: 'at-venue' },
  ofErased: { complaintDecision: 'released', refundShare: 0 },
  refundedOfErased: { complaintDecision: 'refunded', refundShare: 4_000 },
} as const

/** What both sides read of it, between what was booked and the link. */
function linesOf(outcome: keyof typeof outcomes, locale: string): string[][] {
  const type = 'booking.complaint-decided.v1'
  const data = { ...booking, ...outcomes[outcome] }
  return notificationsOfBooking({ type, at: booking.end, data }, 'Bob').map(({ kind, about }) => {
    const mail = { id: 'm', to: 'a@example.com', name: 'Ada', verified: true, locale, kind, about }
    return renderMail(mail).text.split('\n\n').slice(2, -1)
  })
}

test.each([
  [
    'full',
    [
      ['We reviewed the problem and decided on a refund.', `Reason: ${reason}`, 'All that you paid online is refunded: $45.00. It takes 5–10 days to arrive.'],
      ['We reviewed the problem and decided on a refund.', `Reason: ${reason}`, 'All that the customer paid online is refunded: $45.00.'],
    ],
  ],
  [
    'partly',
    [
      ['We reviewed the problem and decided on a refund.', `Reason: ${reason}`, 'In all, $18.00 of the $45.00 you paid online is refunded. It takes 5–10 days to arrive.'],
      ['We reviewed the problem and decided on a refund.', `Reason: ${reason}`, 'In all, $18.00 of the $45.00 the customer paid online is refunded.'],
    ],
  ],
  ['none', [['We reviewed the problem and decided against a refund.', `Reason: ${reason}`, 'Nothing is refunded.'], ['We reviewed the problem and decided against a refund.', `Reason: ${reason}`, 'Nothing is refunded.']]],
  ['declined', [['We reviewed the problem and decided against a refund.', `Reason: ${reason}`, 'Nothing is refunded.'], ['We reviewed the problem and decided against a refund.', `Reason: ${reason}`, 'Nothing is refunded.']]],
  [
    'declinedNoShow',
    [
      ['We reviewed the problem and decided against any further refund.', `Reason: ${reason}`, 'In all, $22.50 of the $45.00 you paid online is refunded.'],
      ['We reviewed the problem and decided against any further refund.', `Reason: ${reason}`, 'In all, $22.50 of the $45.00 the customer paid online is refunded.'],
    ],
  ],
  [
    'accepted',
    [
      ['You accepted the refund that Bob offered, so the problem is resolved.', 'In all, $18.00 of the $45.00 you paid online is refunded. It takes 5–10 days to arrive.'],
      ['The customer accepted the refund you offered, so the problem is resolved.', 'In all, $18.00 of the $45.00 the customer paid online is refunded.'],
    ],
  ],
  [
    'refundedOfErased',
    [
      ['We reviewed the problem and decided on a refund.', 'In all, $18.00 of the $45.00 you paid online is refunded. It takes 5–10 days to arrive.'],
      ['We reviewed the problem and decided on a refund.', 'In all, $18.00 of the $45.00 the customer paid online is refunded.'],
    ],
  ],
  [
    'acceptedInFull',
    [
      ['You accepted the refund that Bob offered, so the problem is resolved.', 'All that you paid online is refunded: $45.00. It takes 5–10 days to arrive.'],
      ['The customer accepted the refund you offered, so the problem is resolved.', 'All that the customer paid online is refunded: $45.00.'],
    ],
  ],
  [
    'upheldUnpaid',
    [
      ['We reviewed the problem, and we agree with you.', `Reason: ${reason}`],
      ['We reviewed the problem, and we agree with the customer.', `Reason: ${reason}`],
    ],
  ],
  [
    'rejectedUnpaid',
    [
      ['We reviewed the problem, and we agree with Bob.', `Reason: ${reason}`],
      ['We reviewed the problem, and we agree with you.', `Reason: ${reason}`],
    ],
  ],
] as const)('of a complaint that ended so: %s, each side reads who decided, why, and what is refunded', (outcome, lines) => {
  expect(linesOf(outcome, 'en-US')).toEqual(lines)
}) // prettier-ignore

test.each([
  [
    'full',
    [
      ['Revisamos el problema y aprobamos un reembolso.', `Motivo: ${reason}`, 'Se te reembolsa todo lo que pagaste en línea: $45.00. Tarda de 5 a 10 días en llegar.'],
      ['Revisamos el problema y aprobamos un reembolso.', `Motivo: ${reason}`, 'Se reembolsa todo lo que el cliente pagó en línea: $45.00.'],
    ],
  ],
  [
    'partly',
    [
      ['Revisamos el problema y aprobamos un reembolso.', `Motivo: ${reason}`, 'En total, se te reembolsan $18.00 de los $45.00 que pagaste en línea. Tarda de 5 a 10 días en llegar.'],
      ['Revisamos el problema y aprobamos un reembolso.', `Motivo: ${reason}`, 'En total, se reembolsan $18.00 de los $45.00 que el cliente pagó en línea.'],
    ],
  ],
  ['declined', [['Revisamos el problema y decidimos que no hay reembolso.', `Motivo: ${reason}`, 'No se reembolsa nada.'], ['Revisamos el problema y decidimos que no hay reembolso.', `Motivo: ${reason}`, 'No se reembolsa nada.']]],
  [
    'declinedNoShow',
    [
      ['Revisamos el problema y decidimos que no se reembolsa nada más.', `Motivo: ${reason}`, 'En total, se te reembolsan $22.50 de los $45.00 que pagaste en línea.'],
      ['Revisamos el problema y decidimos que no se reembolsa nada más.', `Motivo: ${reason}`, 'En total, se reembolsan $22.50 de los $45.00 que el cliente pagó en línea.'],
    ],
  ],
  [
    'accepted',
    [
      ['Aceptaste el reembolso que ofreció Bob, así que el problema queda resuelto.', 'En total, se te reembolsan $18.00 de los $45.00 que pagaste en línea. Tarda de 5 a 10 días en llegar.'],
      ['El cliente aceptó el reembolso que ofreciste, así que el problema queda resuelto.', 'En total, se reembolsan $18.00 de los $45.00 que el cliente pagó en línea.'],
    ],
  ],
  [
    'upheldUnpaid',
    [
      ['Revisamos el problema y te damos la razón.', `Motivo: ${reason}`],
      ['Revisamos el problema y le damos la razón al cliente.', `Motivo: ${reason}`],
    ],
  ],
  [
    'rejectedUnpaid',
    [
      ['Revisamos el problema y le damos la razón a Bob.', `Motivo: ${reason}`],
      ['Revisamos el problema y te damos la razón.', `Motivo: ${reason}`],
    ],
  ],
] as const)('in Spanish too: %s', (outcome, lines) => {
  expect(linesOf(outcome, 'es-US')).toEqual(lines)
}) // prettier-ignore

test('an operator who refunds as much as was offered decides, and where no reason remains none is promised', () => {
  expect(linesOf('asOffered', 'en-US')).toEqual(linesOf('partly', 'en-US'))
  for (const lines of linesOf('ofErased', 'en-US'))
    expect(lines).toEqual(['We reviewed the problem and decided against a refund.', 'Nothing is refunded.'])
})
