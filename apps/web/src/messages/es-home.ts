import type { Translation } from '@buy-locals/features/i18n'
import type { home as english } from './en-home'

export const home: Translation<typeof english> = {
  description:
    'Encuentra una barbería, una clase de yoga o un taller de bicicletas cerca de {{place}}: mira quién está abierto, reserva un horario y paga con seguridad.',
  search: 'Buscar negocios',
  what: 'Qué',
  whatExample: 'Corte de pelo, yoga, panadería…',
  go: 'Buscar',
  more: 'Ver más negocios',
  suggested_one: '{{count}} sugerencia',
  suggested_other: '{{count}} sugerencias',
}
