import type { Translation } from '@buy-locals/features/i18n'
import type { notifications as english } from '../en/notifications'

export const notifications: Translation<typeof english> = {
  title: 'Ajustes de notificaciones',
  intro:
    'De qué te avisamos, por correo y en el panel. Las decisiones sobre tu negocio y las disputas siempre te llegan.',
  back: 'Volver a las notificaciones',
  reminders: 'Recordatorios a tus clientes',
  remindersHint:
    'Por correo, por mensaje de texto a los clientes que lo aceptaron, y por push a los que tienen la app. De noche los mensajes y las push esperan.',
  tooManyReminders: 'Elige {{count}} como máximo',
  daysBefore_one: '1 día antes',
  daysBefore_other: '{{count}} días antes',
  hoursBefore_one: '1 hora antes',
  hoursBefore_other: '{{count}} horas antes',
  minutesBefore_one: '1 minuto antes',
  minutesBefore_other: '{{count}} minutos antes',
}
