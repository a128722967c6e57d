import type { Translation } from '@buy-locals/features/i18n'
import type { find as english } from './en-find'

export const find: Translation<typeof english> = {
  readAs: 'Resultados para “{{as}}”',
  instead: 'Buscar “{{q}}” tal como está',
  notYet: 'Todavía no están en Buy Locals',
  notYetText: 'De directorios públicos. Estos negocios no se pueden reservar aquí.',
  suggestions: 'Sugerencias',
  suggested_one: '{{count}} sugerencia',
  suggested_other: '{{count}} sugerencias',
  aCategory: 'Categoría',
  aRecent: 'Búsqueda reciente',
  clearRecent: 'Borrar búsquedas recientes',
  emptyQuery: 'Sin resultados para “{{q}}” cerca de {{place}}',
  emptyKind: '{{kind}}: sin resultados cerca de {{place}}',
  emptyPlace: 'Sin resultados cerca de {{place}}',
  loosen: 'Prueba una de estas opciones, o busca otra palabra u otro lugar.',
  withoutQuery: 'Quitar “{{q}}”',
  withoutCategory: 'Todas las categorías',
  withoutOpen: 'Abiertos o cerrados',
  withoutDate: 'Cualquier día',
  withoutPart: 'A cualquier hora',
  withoutRating: 'Cualquier calificación',
  times: 'Próximos horarios de {{service}}',
  bookAt: 'Reservar {{service}}, {{when}}',
  today: 'Hoy',
  tomorrow: 'Mañana',
}
