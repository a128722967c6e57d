import type { Translation } from '../i18n'
import type { booking as english } from './en-booking'

export const booking: Translation<typeof english> = {
  status: {
    held: 'Pendiente de pago',
    pending: 'Pendiente de confirmación',
    confirmed: 'Confirmada',
    completed: 'Completada',
    cancelled: 'Cancelada',
    'no-show': 'No se presentó',
    expired: 'Vencida',
  },
  detail: {
    when: 'Cuándo',
    movedFrom: 'Horario anterior',
    with: 'Con',
    where: 'Dirección',
    phone: 'Teléfono',
    people: 'Personas',
    note: 'Tus notas',
  },
  with: 'con {{staff}}',
  people_one: '{{count}} persona',
  people_other: '{{count}} personas',
  free: 'Gratis',
  from: 'desde {{price}}',
  deposit: 'Depósito de {{deposit}}, {{rest}} en la cita',
  atVenue: 'Se paga en el local',
  cost: {
    full: { quote: 'Total', unpaid: 'Precio', paid: 'Precio' },
    online: { quote: 'A pagar ahora', unpaid: 'A pagar en línea', paid: 'Pagado en línea' },
    there: 'A pagar en la cita',
  },
  policy: {
    freeUntil: 'Cancelación gratis hasta el {{when}}',
    freeAlways: 'Cancelación gratis hasta que empiece',
    freeOver: 'La cancelación gratis ya terminó',
    nowNothing: 'Si cancelas ahora, no hay reembolso',
    nowAmount: 'Si cancelas ahora, te reembolsamos {{amount}}',
    laterNothing: 'Después, las cancelaciones no se reembolsan.',
    laterAmount: 'Si cancelas después, te reembolsamos {{amount}}.',
    noShowNothing: 'Si no te presentas, no hay reembolso.',
    noShowAmount: 'Si no te presentas, te reembolsamos {{amount}}.',
  },
}
