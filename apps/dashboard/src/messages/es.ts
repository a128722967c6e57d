import type { Translation } from '@buy-locals/features/i18n'
import { board } from '@buy-locals/features/messages/es-board'
import { booking } from '@buy-locals/features/messages/es-business-booking'
import { reviews } from '@buy-locals/features/messages/es-business-reviews'
import type { en } from './en'
import { customers } from './es/customers'
import { failure } from './es/failure'
import { field } from './es/field'
import { forms } from './es/forms'
import { hours } from './es/hours'
import { inbox } from './es/inbox'
import { join } from './es/join'
import { members } from './es/members'
import { money } from './es/money'
import { notifications } from './es/notifications'
import { operator } from './es/operator'
import { photos } from './es/photos'
import { profile } from './es/profile'
import { resources } from './es/resources'
import { services } from './es/services'
import { session } from './es/session'
import { shell } from './es/shell'
import { staff } from './es/staff'
import { start } from './es/start'

/** Every text of the dashboard, in Spanish. */
export const es: Translation<typeof en> = {
  board,
  booking,
  customers,
  failure,
  field,
  forms,
  hours,
  inbox,
  join,
  members,
  money,
  notifications,
  operator,
  photos,
  profile,
  resources,
  reviews,
  services,
  session,
  shell,
  staff,
  start,
}
