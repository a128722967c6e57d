import type { Translation } from '@buy-locals/features/i18n'
import type { form as english } from './en-form'

export const form: Translation<typeof english> = {
  noBusinessName: 'Escribe el nombre del negocio',
}
