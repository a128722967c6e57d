import { password, passwordLength } from '@buy-locals/contracts/auth/shapes'
import { email, phone } from '@buy-locals/contracts/shapes'
import { translatorForFeatures, useI18n } from '../i18n'

export type FieldErrors = Record<string, string | undefined>

/** What can be seen to be wrong with a field before anything is sent, by the rules of the contract. */
export function useFieldChecks() {
  const t = translatorForFeatures(useI18n())
  return {
    name: (text: string) => (text ? undefined : t('form.noName')),
    email: (text: string) => (email.safeParse(text).success ? undefined : t(text ? 'form.badEmail' : 'form.noEmail')),
    phone: (text: string, number: string | undefined) =>
      !text.trim() || phone.safeParse(number).success ? undefined : t('form.badPhone'),
    password: (text: string) =>
      password.safeParse(text).success ? undefined : t('form.shortPassword', passwordLength),
  }
}

export const hasError = (errors: FieldErrors): boolean => Object.values(errors).some((error) => error)
