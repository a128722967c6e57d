import type { Translation } from '@buy-locals/features/i18n'
import { balance } from '@buy-locals/features/messages/es-balance'
import { board } from '@buy-locals/features/messages/es-board'
import { booking } from '@buy-locals/features/messages/es-business-booking'
import { reviews } from '@buy-locals/features/messages/es-business-reviews'
import { ownerForm } from '@buy-locals/features/messages/es-owner-form'
import { roles } from '@buy-locals/features/messages/es-roles'
import { todayHours } from '@buy-locals/features/messages/es-today-hours'
import type { owner as english } from './en-owner'

const business = {
  mine: 'Tus negocios',
  signIn: 'Inicia sesión para ver las reservas de tu negocio.',
  goneTitle: 'Ya no tienes acceso',
  goneText: 'Te quitaron de este negocio o tu rol terminó. Pide a un dueño que te invite otra vez.',
  toAccount: 'Volver a tu cuenta',
  toConsumer: 'Cambiar a reservar',
  today: 'Hoy',
  money: 'Pagos',
  reviews: 'Reseñas',
  more: 'Más',
  ...roles,
  dashboard: 'Abrir el panel',
  dashboardText: 'Los servicios, el equipo, el horario, los clientes y los ajustes están en el panel.',
  callName: 'Llamar a {{name}}',
  text: 'Mensaje de texto',
  textName: 'Mensaje de texto a {{name}}',
  mail: 'Correo',
  mailName: 'Correo a {{name}}',
  toComplaint: 'Responder en el panel',
  toDashboard: 'Abrir en el panel',
  timeHint: 'Por ejemplo, 14:30 o 2:30 PM',
  suggestions: 'Clientes',
  lastPayouts: 'Puesto a tu disposición últimamente',
  noPayouts: 'Todavía nada.',
  forManagers: 'Solo los dueños y gerentes ven los pagos.',
}

export const owner: Translation<typeof english> = {
  ...{ balance, board, booking, business, businessReviews: reviews, ownerForm, todayHours },
}
