import type { Translation } from '@buy-locals/features/i18n'
import type { notifications as english } from '../en/notifications'

export const notifications: Translation<typeof english> = {
  title: 'Ajustes de notificaciones',
  intro:
    'De qué te avisamos, por correo y en el panel. Las decisiones sobre tu negocio y las disputas siempre te llegan.',
  back: 'Volver a las notificaciones',
}
