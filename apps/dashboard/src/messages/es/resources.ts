import type { Translation } from '@buy-locals/features/i18n'
import type { resources as english } from '../en/resources'

export const resources: Translation<typeof english> = {
  title: 'Salas y sillas',
  intro: 'Salas, sillas o canchas que un servicio necesita. Cada una se reserva una vez a la vez.',
  add: 'Agregar',
  none: 'Sin salas ni sillas',
  noneText: 'Agrégalas solo si se te pueden acabar antes que el personal.',
  name: 'Nombre',
  pool: 'Grupo (sirve cualquiera)',
  poolHint: 'Para salas o sillas que se pueden reemplazar entre sí, como “Mesas para dos”.',
  edit: 'Editar {{name}}',
  active: 'En uso',
  activeHint:
    'Si lo desactivas, los servicios que la necesitan no se pueden reservar. Las reservas existentes se conservan.',
  retired: 'Sin uso',
  added: 'Agregado.',
  new: 'Agregar una sala, silla o cancha',
}
