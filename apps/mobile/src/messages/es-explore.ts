import type { Translation } from '@buy-locals/features/i18n'
import type * as english from './en-explore'

export const explore: Translation<typeof english.explore> = {
  more: 'Cargando más negocios',
  allFilters: 'Todos los filtros',
  filtersOn_one: 'Todos los filtros, {{count}} activo',
  filtersOn_other: 'Todos los filtros, {{count}} activos',
  rating: 'Calificación',
  anyDay: 'Cualquier día',
  sort: 'Ordenar por',
  bestFirst: 'Mejor resultado',
  ratedFirst: 'Mejor calificados',
  show_one: 'Ver {{count}} negocio',
  show_other: 'Ver {{count}} negocios',
  showMore: 'Ver {{count}} negocios o más',
  showNone: 'Ningún negocio coincide',
  counting: 'Contando',
  clear: 'Quitar filtros',
  onMap: 'Negocios en el mapa',
}

export const search: Translation<typeof english.search> = {
  title: 'Buscar',
  what: 'Servicios o negocios',
  go: 'Buscar',
  searchFor: 'Buscar “{{q}}”',
  clear: 'Quitar “{{q}}”',
  noPlace: 'No encontramos “{{where}}”. Escribe una ciudad o un código postal.',
}

export const locate: Translation<typeof english.locate> = {
  reasonTitle: 'Mira lo que hay cerca de ti',
  reason:
    'Usamos tu ubicación solo cuando tú lo pides y solo para mostrar lo que hay cerca. Ahora tu dispositivo te pedirá permiso.',
  goOn: 'Continuar',
  notNow: 'Ahora no',
  deniedTitle: 'La ubicación está desactivada para Buy Locals',
  denied: 'Permítela en Ajustes, o escribe una ciudad o un código postal.',
  deniedInBrowser: 'Permítela para este sitio en tu navegador, o escribe una ciudad o un código postal.',
  settings: 'Abrir Ajustes',
  unavailableTitle: 'No encontramos tu ubicación',
  unavailable: 'Revisa que la ubicación esté activada e inténtalo de nuevo, o escribe una ciudad o un código postal.',
}

export const place: Translation<typeof english.place> = {
  share: 'Compartir',
  linkCopied: 'Enlace copiado',
  notYetText: 'De directorios públicos. Este negocio no se puede reservar aquí.',
  call: 'Llamar',
  openPhoto: 'Ver la foto {{number}} de {{count}} en pantalla completa',
  photoOf: '{{number}} de {{count}}',
  nextPhoto: 'Foto siguiente',
  previousPhoto: 'Foto anterior',
}

export const page: Translation<typeof english.page> = {
  title: '{{screen}} · Buy Locals',
  untitled: 'Buy Locals',
  tabs: 'Principal',
}
