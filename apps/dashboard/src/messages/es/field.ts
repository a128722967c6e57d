import type { Translation } from '@buy-locals/features/i18n'
import { fault } from '@buy-locals/features/messages/es-fault'
import { form } from '@buy-locals/features/messages/es-form'
import { ownerForm } from '@buy-locals/features/messages/es-owner-form'
import type { field as english } from '../en/field'

export const field: Translation<typeof english> = {
  ...ownerForm,
  missing: fault.required,
  noPlace: 'Busca tu ciudad o código postal y elígelo',
  noEmail: 'Escribe un correo electrónico',
  noCity: 'Escribe una ciudad',
  noSlug: 'Escribe una dirección web para tu página, como salon-rosa',
  noZone: 'Elige una zona horaria',
  noSpots: 'Escribe el número de lugares',
  noHorizon: 'Escribe con cuántos días de anticipación se puede reservar',
  noDeposit: 'Escribe el depósito en porcentaje',
  noFreeUntil: 'Escribe hasta cuántas horas antes de la visita se cancela gratis',
  noLateRefund: 'Escribe en porcentaje el reembolso por cancelación tardía',
  noNoShowRefund: 'Escribe en porcentaje el reembolso si el cliente no se presenta',
  noFee: 'Escribe la comisión en porcentaje',
  noComplaintHours: 'Escribe el plazo de reclamos en horas',
  noNumber: 'Escribe un número',
  noReason: 'Escribe un motivo',
  chooseOne: 'Elige al menos una opción',
  atLeast: fault['too-small'],
  atMost: fault['too-big'],
  longer: fault['too-short'],
  shorter: fault['too-long'],
  phone: form.badPhone,
  amount: fault['not-an-amount'],
  slug: 'Usa solo minúsculas, números y guiones',
  website: fault['not-a-web-address'],
  email: fault['not-an-email'],
  overPrice: fault['over-price'],
  wrong: fault.unusable,
}
