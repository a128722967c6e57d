import { useId } from 'react'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { NavLink } from '@buy-locals/ui/nav-link'
import { Press } from '@buy-locals/ui/press'
import { Icon } from '@buy-locals/ui/icon'
import { Text } from '@buy-locals/ui/text'
import { useToast } from '@buy-locals/ui/toast'
import { useT } from '../messages/site-i18n'
import styles from './account-menu.module.css'

type Person = { name: string; email: string }

/** The browser's own popover: it closes on Escape and when one presses elsewhere. */
export function AccountMenu({ me, isMember }: { me: Person; isMember: boolean }) {
  const t = useT()
  const menu = useId()
  return (
    <>
      <button
        type="button"
        className={styles.button}
        data-press=""
        popoverTarget={menu}
        aria-label={t('site.account', { name: me.name })}
      >
        <Icon decorative name="user" size={22} />
      </button>
      <div id={menu} popover="auto" className={styles.menu}>
        <div className={styles.person}>
          <Text weight="strong">{me.name}</Text>
          <Text size="fine" tone="quiet">
            {me.email}
          </Text>
        </div>
        <NavLink icon="calendar" label={t('site.bookings')} href="/bookings" />
        <NavLink icon="bell" label={t('site.notifications')} href="/notifications" />
        {isMember && <NavLink icon="store" label={t('site.dashboard')} href="/dashboard" />}
        {!isMember && <NavLink icon="store" label={t('site.addBusiness')} href="/add-business" />}
        <NavLink icon="user" label={t('site.accountPage')} href="/account" />
        <SignOut label={t('site.signOut')} />
      </div>
    </>
  )
}

function SignOut({ label }: { label: string }) {
  const showToast = useToast()
  const describeError = useErrorText()
  async function leave() {
    const [{ logout }, { callApi }] = await Promise.all([
      import('@buy-locals/contracts/auth/operations'),
      import('../api/call-api'),
    ])
    await callApi(logout, {})
    window.location.assign('/')
  }
  const showError = (error: unknown) => showToast({ tone: 'danger', text: describeError(error) })
  return (
    <Press
      onPress={() => void leave().catch(showError)}
      style={{ gap: 12, minHeight: 44, paddingHorizontal: 12, alignItems: 'center' }}
    >
      <Icon decorative name="log-out" color="ink" />
      <Text size="small" weight="medium">
        {label}
      </Text>
    </Press>
  )
}
