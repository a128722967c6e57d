import { useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useSignedIn } from '@buy-locals/client/me'
import { useT } from '../messages/use-t'
import styles from './folding-sidebar.module.css'
import { LanguageField } from './language-field'
import { siteUrl } from './links'
import { SignOut } from './sign-out'
import { useWideScreen } from './use-wide-screen'

type FoldingSidebarProps = {
  /** In sight on a phone too. */
  head: ReactNode
  navigation: ReactNode
  /** Besides what everybody who is signed in has. */
  foot?: ReactNode
}

/** Beside the page; on a phone a line above it that unfolds. */
export function FoldingSidebar({ head, navigation, foot }: FoldingSidebarProps) {
  const t = useT()
  const wide = useWideScreen()
  const { pathname } = useLocation()
  const [unfoldedAt, setUnfoldedAt] = useState<string>()
  const unfolded = unfoldedAt === pathname
  return (
    <div className={styles.sidebar}>
      <div className={styles.head}>
        {head}
        {!wide && (
          <IconButton
            icon={unfolded ? 'x' : 'menu'}
            label={t(unfolded ? 'shell.closeMenu' : 'shell.menu')}
            expanded={unfolded}
            onPress={() => setUnfoldedAt(unfolded ? undefined : pathname)}
          />
        )}
      </div>
      {(wide || unfolded) && (
        <>
          {navigation}
          <div className={styles.foot}>
            {foot}
            <OwnAccount />
          </div>
        </>
      )}
    </div>
  )
}

function OwnAccount() {
  const t = useT()
  const { name } = useSignedIn()
  return (
    <>
      <Text size="fine" tone="quiet">
        {t('shell.signedInAs', { name })}
      </Text>
      <Row>
        <TextLink external size="small" label={t('shell.account')} href={siteUrl('/account')} />
        <TextLink external size="small" label={t('shell.help')} href={siteUrl('/help')} />
      </Row>
      <LanguageField />
      <SignOut />
    </>
  )
}
