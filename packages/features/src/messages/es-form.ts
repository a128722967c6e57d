import type { Translation } from '../i18n'
import type { form as english } from './en-form'
import { fault } from './es-fault'

export const form: Translation<typeof english> = {
  noName: 'Escribe tu nombre',
  noEmail: 'Escribe tu correo electrónico',
  badEmail: fault['not-an-email'],
  badPhone: 'Escribe un teléfono con su código de área, como (208) 555-0123',
  shortPassword: 'Usa al menos {{min}} caracteres',
}
