import type { Translation } from '../i18n'
import type { ownerForm as english } from './en-owner-form'

export const ownerForm: Translation<typeof english> = {
  noName: 'Escribe un nombre',
  time: 'Escribe una hora',
  skippedTime: 'Ese día el reloj se adelanta y se salta esta hora. Escribe otra.',
  date: 'Elige una fecha',
}
