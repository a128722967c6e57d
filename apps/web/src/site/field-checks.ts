import { password, passwordLength } from '@buy-locals/contracts/auth/shapes'
import { email, phone } from '@buy-locals/contracts/shapes'
import { useT } from '../messages/site-i18n'

export type FieldErrors = Record<string, string | undefined>

/** What can be seen to be wrong with a field before anything is sent, by the rules of the contract. */
export function useFieldChecks() {
  const t = useT()
  const required = (text: string) => (text ? undefined : t('form.required'))
  return {
    required,
    email: (text: string) => required(text) ?? (email.safeParse(text).success ? undefined : t('form.badEmail')),
    phone: (text: string, number: string | undefined) =>
      !text.trim() || phone.safeParse(number).success ? undefined : t('form.badPhone'),
    password: (text: string) =>
      password.safeParse(text).success ? undefined : t('form.shortPassword', passwordLength),
  }
}

export const findFirstError = (errors: FieldErrors) => Object.keys(errors).find((name) => errors[name])
