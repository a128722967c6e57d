import { board } from '@buy-locals/features/messages/en-board'
import { booking } from '@buy-locals/features/messages/en-business-booking'
import { reviews } from '@buy-locals/features/messages/en-business-reviews'
import { customers } from './en/customers'
import { failure } from './en/failure'
import { field } from './en/field'
import { forms } from './en/forms'
import { hours } from './en/hours'
import { inbox } from './en/inbox'
import { join } from './en/join'
import { members } from './en/members'
import { money } from './en/money'
import { notifications } from './en/notifications'
import { operator } from './en/operator'
import { photos } from './en/photos'
import { profile } from './en/profile'
import { resources } from './en/resources'
import { services } from './en/services'
import { session } from './en/session'
import { shell } from './en/shell'
import { staff } from './en/staff'
import { start } from './en/start'

/** Every text of the dashboard, in English. */
export const en = {
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
