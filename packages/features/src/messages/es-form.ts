import type { Translation } from '../i18n'
import type { form as english } from './en-form'

export const form: Translation<typeof english> = {
  noName: 'Escribe tu nombre.',
  noEmail: 'Escribe tu correo electrónico.',
  badEmail: 'Escribe un correo electrónico como nombre@example.com.',
  badPhone: 'Escribe un teléfono con su código de área, como (208) 555-0123.',
  shortPassword: 'Usa al menos {{min}} caracteres.',
}
