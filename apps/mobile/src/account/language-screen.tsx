import { changeMe, readMe } from '@buy-locals/contracts/auth/operations'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { knownLocale, nameOfLocale, offeredLocales, standardLocale } from '@buy-locals/values/locale'
import { rememberLocale } from '../messages/device-locale'
import { useShowLocale } from '../messages/locale-provider'
import { useT } from '../messages/mobile-i18n'
import { useReader } from '../session/use-reader'
import { AccountForm } from './account-form'

/** Kept on this device, and with the account of whoever is signed in, whose mails are in it too. */
export function LanguageScreen() {
  const t = useT()
  const { me } = useReader()
  const show = useShowLocale()
  const current = knownLocale(useI18n().locale) ?? standardLocale
  const { mutate } = useOperationMutation(changeMe, { invalidates: [readMe] })
  function choose(text: string) {
    const locale = knownLocale(text) ?? standardLocale
    rememberLocale(locale)
    void show(locale)
    if (me) mutate({ input: { body: { locale } } })
  }
  const locales = [...new Set([...offeredLocales, current])]
  return (
    <AccountForm title={t('settings.language')}>
      <ChoiceField
        label={t('settings.languageChoose')}
        hint={me && t('settings.languageText')}
        value={current}
        options={locales.map((locale) => ({ value: locale, label: nameOfLocale(locale) }))}
        onChange={choose}
      />
    </AccountForm>
  )
}
