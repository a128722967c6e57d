import { changeMe, readMe } from '@buy-locals/contracts/auth/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { rememberLocale } from '@buy-locals/features/session/chosen-locale'
import { SelectField } from '@buy-locals/ui/select-field'
import { knownLocale, nameOfLocale, offeredLocales, standardLocale } from '@buy-locals/values/locale'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useChangeLocale } from '../messages/locale'
import { useT } from '../messages/use-t'

/** Kept with the account, whose mails are in it too, and for this browser. */
export function LanguageField() {
  const t = useT()
  const current = knownLocale(useI18n().locale) ?? standardLocale
  const change = useChangeLocale()
  const save = useOperationMutation(changeMe, { invalidates: [readMe] })
  function choose(text: string) {
    const locale = knownLocale(text) ?? standardLocale
    rememberLocale(locale)
    void change(locale)
    save.mutate({ input: { body: { locale } } })
  }
  return (
    <SelectField
      label={t('shell.language')}
      value={current}
      onChange={choose}
      options={[...new Set([...offeredLocales, current])].map((locale) => ({
        value: locale,
        label: nameOfLocale(locale),
      }))}
    />
  )
}
