import type { Translation } from '@buy-locals/features/i18n'
import type { form as english } from './en-form'

export const form: Translation<typeof english> = {
  noName: 'Escribe tu nombre.',
  noEmail: 'Escribe tu correo electrónico.',
  noBusinessName: 'Escribe el nombre del negocio.',
  noComplaint: 'Escribe qué pasó.',
  badEmail: 'Escribe un correo electrónico como nombre@example.com.',
  badPhone: 'Escribe un teléfono con su código de área, como (208) 555-0123.',
  shortPassword: 'Usa al menos {{min}} caracteres.',
  commonPassword: 'Esta contraseña es demasiado fácil de adivinar. Elige otra.',
}
