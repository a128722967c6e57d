import type { Translation } from '@buy-locals/features/i18n'
import type { place as english } from './en-place'

export const place: Translation<typeof english> = {
  description: '{{name}}, {{kind}} en {{city}}: horario, servicios, precios y reseñas. Reserva en línea.',
  shareAlt: '{{name}}, {{kind}} en {{city}}',
  pickService: 'Elige un servicio',
}
