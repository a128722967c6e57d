import type { Translation } from '../i18n'
import type { preference as english } from './en-preference'

export const preference: Translation<typeof english> = {
  channel: { mail: 'Correo', 'in-app': 'En este sitio', sms: 'Mensaje de texto', push: 'Push' },
  kind: {
    reminder: 'Recordatorios antes de una visita',
    'booking-news': 'Confirmaciones, cambios y cancelaciones de tus reservas',
    'review-invitation': 'Invitaciones a reseñar una visita',
    'review-reply': 'Respuestas a tus reseñas',
    'message-from-business': 'Mensajes de los negocios donde reservaste',
    'message-from-customer': 'Mensajes de clientes',
    'booking-new': 'Reservas nuevas',
    'booking-moved': 'Reservas que cambian de horario',
    'booking-cancelled': 'Reservas canceladas',
    complaint: 'Problemas que reportan los clientes',
    review: 'Reseñas nuevas',
    'daily-digest': 'Resumen diario',
  },
  digestHint: 'Lo que hicieron otros en las últimas 24 horas. Se envía a las {{time}}. No llega si no pasó nada.',
  noNumber: 'Agrega un teléfono para recibir mensajes.',
  noDevice: 'Agrega un teléfono para recibirlas.',
  addDevice: 'Agregar un teléfono para notificaciones push',
  addNumber: 'Agregar un teléfono para mensajes de texto',
}
