import type { Translation } from '@buy-locals/features/i18n'
import type { inbox as english } from '../en/inbox'

export const inbox: Translation<typeof english> = {
  title: 'Notificaciones',
  intro: 'Lo que pasó mientras no estabas.',
  none: 'Sin notificaciones',
  noneText: 'Aquí aparecen las reservas nuevas, cancelaciones, problemas y reseñas.',
  readAll: 'Marcar todo como leído',
  new: 'Nueva',
}
