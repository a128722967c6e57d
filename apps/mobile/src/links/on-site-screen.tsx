import { useEffect } from 'react'
import { Linking } from 'react-native'
import { Button, Buttons } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { useT } from '../messages/mobile-i18n'
import { siteLink } from '../server/server-url'

/** A page of the site that the app has no screen for. */
export function OnSiteScreen({ path }: { path: string }) {
  const t = useT()
  const href = siteLink(path)
  useEffect(() => void Linking.openURL(href), [href])
  const action = (
    <Buttons centered>
      <Button icon="external-link" label={t('onSite.open')} href={href} />
      <Button tone="quiet" label={t('onSite.explore')} href="/" />
    </Buttons>
  )
  return (
    <Page>
      <EmptyState level={1} icon="globe" title={t('onSite.title')} text={t('onSite.text')} action={action} />
    </Page>
  )
}
