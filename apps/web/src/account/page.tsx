import { redirect, useLoaderData } from 'react-router'
import { readExport } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { ignoreHidden } from '../api/loader-errors'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { LanguageChoice } from '../site/language-choice'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'
import { ExportSection } from './export-section'

export async function loader({ context }: LoaderArgs) {
  const { me, markets, callApi } = context
  if (!me) throw redirect('/sign-in?to=/account')
  const file = await callApi(readExport, {}).catch(ignoreHidden)
  return { me: { name: me.name, email: me.email }, file, timeZone: me.timeZone ?? markets[0]?.timeZone ?? 'UTC' }
}

export const meta = privatePage('account.page')

export default function Account() {
  const t = useT()
  const { me, file, timeZone } = useLoaderData<typeof loader>()
  return (
    <AccountPage title={t('account.page')}>
      <Stack gap="xs">
        <Text weight="strong">{me.name}</Text>
        <Text tone="quiet">{me.email}</Text>
      </Stack>
      <Stack gap="sm">
        <Title level={2} size="lead">
          {t('site.language')}
        </Title>
        <Text>{t('site.languageText')}</Text>
        <LanguageChoice />
      </Stack>
      <ExportSection file={file} email={me.email} timeZone={timeZone} />
      <Stack gap="sm">
        <Title level={2} size="lead">
          {t('account.deleteTitle')}
        </Title>
        <Text>{t('account.deleteText')}</Text>
        <Button tone="secondary" label={t('account.deleteTitle')} href="/account/delete" />
      </Stack>
    </AccountPage>
  )
}
