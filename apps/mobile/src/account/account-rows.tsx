import { useI18n } from '@buy-locals/features/i18n'
import { List, ListRow } from '@buy-locals/ui/list'
import { knownLocale, nameOfLocale, standardLocale } from '@buy-locals/values/locale'
import { useT } from '../messages/mobile-i18n'
import { siteLink } from '../server/server-url'
import { AppearanceRow } from './appearance-row'

/** What belongs to the account, each on a screen of its own. */
export function AccountRows({ name, email }: { name: string; email: string }) {
  const t = useT()
  return (
    <List label={t('account.title')}>
      <ListRow title={t('ownAccount.name')} detail={name} href="/account/name" />
      <ListRow title={t('ownAccount.email')} detail={email} href="/account/email" />
      <ListRow title={t('ownAccount.password')} href="/account/password" />
      <ListRow title={t('ownAccount.twoStep')} href={siteLink('/account/two-step')} />
      <ListRow title={t('ownAccount.preferences')} href="/notifications/settings" />
      <ListRow title={t('ownAccount.sessions')} href="/account/sessions" />
      <ListRow title={t('ownAccount.exportTitle')} href="/account/export" />
      <ListRow title={t('ownAccount.deleteTitle')} href="/account/delete" />
    </List>
  )
}

/** How the app is shown, also to guests. */
export function DeviceRows() {
  const t = useT()
  const locale = knownLocale(useI18n().locale) ?? standardLocale
  return (
    <List label={t('settings.app')}>
      <ListRow title={t('settings.language')} detail={nameOfLocale(locale)} href="/account/language" />
      <AppearanceRow />
    </List>
  )
}
