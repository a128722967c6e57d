import { useState } from 'react'
import { useLocation } from 'react-router'
import { IconButton } from '@buy-locals/ui/icon-button'
import { NavLink } from '@buy-locals/ui/nav-link'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { LeaveBusiness } from '../members/leave-business'
import { useSignedIn } from '../session/me'
import { useT } from '../messages/use-t'
import { BusinessStatus } from './business-status'
import { useCurrentBusiness } from './current-business'
import { LanguageField } from './language-field'
import { Navigation } from './navigation'
import styles from './sidebar.module.css'
import { SignOut } from './sign-out'
import { siteUrl } from './links'
import { useWideScreen } from './use-wide-screen'

/** Beside the page; on a phone a line above it that unfolds. */
export function Sidebar() {
  const t = useT()
  const wide = useWideScreen()
  const { business } = useCurrentBusiness()
  const { pathname } = useLocation()
  const [unfoldedAt, setUnfoldedAt] = useState<string>()
  const unfolded = unfoldedAt === pathname

  return (
    <div className={styles.sidebar}>
      <div className={styles.head}>
        <Stack gap="xs" grow>
          <Text weight="strong" lines={2}>
            {business.name}
          </Text>
          {business.status !== 'published' && <BusinessStatus status={business.status} />}
        </Stack>
        {!wide && (
          <IconButton
            icon={unfolded ? 'x' : 'menu'}
            label={t(unfolded ? 'shell.closeMenu' : 'shell.menu')}
            expanded={unfolded}
            onPress={() => setUnfoldedAt(unfolded ? undefined : pathname)}
          />
        )}
      </div>
      {(wide || unfolded) && <Places />}
    </div>
  )
}

function Places() {
  const t = useT()
  const { business, may } = useCurrentBusiness()
  const me = useSignedIn()
  return (
    <>
      <Navigation />
      <div className={styles.foot}>
        {business.status === 'published' && (
          <Row>
            <TextLink external size="small" label={t('shell.publicPage')} href={siteUrl(`/b/${business.slug}`)} />
          </Row>
        )}
        {me.memberships.length > 1 && <NavLink label={t('shell.otherBusiness')} icon="arrow-left" href="/" />}
        <Text size="fine" tone="quiet">
          {t('shell.signedInAs', { name: me.name })}
        </Text>
        <Row>
          <TextLink external size="small" label={t('shell.account')} href={siteUrl('/account')} />
        </Row>
        <LanguageField />
        {!may('manager') && <LeaveBusiness />}
        <SignOut />
      </div>
    </>
  )
}
