import type { Translation } from '@buy-locals/features/i18n'
import type { notifications as english } from '../en/notifications'

export const notifications: Translation<typeof english> = {
  title: 'Ajustes de notificaciones',
  intro:
    'De qué te avisamos, por correo y en el panel. Las decisiones sobre tu negocio y las disputas siempre te llegan.',
  back: 'Volver a las notificaciones',
  channel: { mail: 'Correo', 'in-app': 'En el panel' },
  kind: {
    'booking-new': 'Reservas nuevas',
    'booking-moved': 'Reservas que cambian de horario',
    'booking-cancelled': 'Reservas canceladas',
    complaint: 'Problemas que reportan los clientes',
    review: 'Reseñas nuevas',
    'daily-digest': 'Resumen diario',
  },
  digestHint: 'Lo que hicieron otros en las últimas 24 horas, a las 6 p. m. No llega si no pasó nada.',
}
