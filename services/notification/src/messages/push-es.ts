import type { PushTexts } from './push-en.ts'

export const es: PushTexts = {
  kinds: {
    'booking-confirmed': 'Reserva confirmada',
    'booking-reminder': 'Se acerca tu visita',
    'booking-rescheduled': 'Tu reserva tiene un nuevo horario',
    'booking-cancelled': 'Se canceló tu reserva',
    'booking-completed': '¿Cómo estuvo tu visita?',
    'review-replied': 'Respondieron a tu reseña',
    'message-from-business': 'Nuevo mensaje sobre tu reserva',
    'message-from-customer': 'Nuevo mensaje de un cliente',
    'booking-new': 'Nueva reserva',
    'booking-moved': 'Una reserva tiene un nuevo horario',
    'booking-reassigned': 'Una reserva ya no es tuya',
    'booking-cancelled-by-customer': 'Un cliente canceló',
    'booking-cancelled-by-business': 'Se canceló una reserva',
    'complaint-filed': 'Un cliente reportó un problema',
    'complaint-decided': 'Se resolvió un problema reportado',
    'review-new': 'Tienes una nueva reseña',
  },
  read: 'Abre Buy Locals para leerlo.',
}
