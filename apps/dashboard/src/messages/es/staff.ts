import type { Translation } from '@buy-locals/features/i18n'
import type { staff as english } from '../en/staff'

export const staff: Translation<typeof english> = {
  title: 'Equipo',
  intro: 'Cada persona que se puede reservar tiene una columna en la agenda.',
  add: 'Agregar a alguien',
  edit: 'Editar a {{name}}',
  none: 'Sin personal',
  noneText: 'Agrégate primero y después a quienes trabajan contigo.',
  name: 'Nombre',
  nameHint: 'Como lo conocen los clientes.',
  job: 'Puesto',
  member: 'Acceso vinculado',
  memberNone: 'Ninguno',
  active: 'Se puede reservar',
  activeHint: 'Si lo desactivas, no se puede reservar a esta persona. Las reservas existentes se conservan.',
  hours: 'Horario',
  ownHours: 'Horario propio',
  ownHoursHint: 'Si no, trabaja en tu horario de apertura. Mientras cierras no se puede reservar a nadie.',
  likeBusiness: 'Trabaja en el horario de apertura',
  own: 'Horario propio',
  off: 'No se puede reservar',
}
