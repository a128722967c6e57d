import { redirect, useLoaderData } from 'react-router'
import { listMyProviders, listSessions, readExport, readSecondFactor } from '@buy-locals/contracts/auth/operations'
import { readMailAddress } from '@buy-locals/contracts/notification/operations'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { ignoreHidden } from '@buy-locals/api-client/refusal'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { LanguageChoice } from '../site/language-choice'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'
import { Changeable } from './changeable'
import { EmailForm } from './email-form'
import { ExportSection } from './export-section'
import { MailNotice } from './mail-notice'
import { NameForm } from './name-form'
import { PasswordForm } from './password-form'
import { ProvidersSection } from './providers-section'
import { SessionsSection } from './sessions-section'

export async function loader({ context }: LoaderArgs) {
  const { me, markets, callApi } = context
  if (!me) throw redirect('/sign-in?to=/account')
  const [file, { items: sessions }, factor, { items: providers }, mail] = await Promise.all([
    callApi(readExport, {}).catch(ignoreHidden),
    callApi(listSessions, {}),
    callApi(readSecondFactor, {}),
    callApi(listMyProviders, {}),
    callApi(readMailAddress, {}),
  ])
  const timeZone = me.timeZone ?? markets[0]?.timeZone ?? 'UTC'
  return { me: { name: me.name, email: me.email }, file, sessions, factor, providers, mail, timeZone }
}

export const meta = privatePage('account.page')

export default function Account() {
  const t = useT()
  const { me, file, sessions, factor, providers, mail, timeZone } = useLoaderData<typeof loader>()
  return (
    <AccountPage title={t('account.page')}>
      <MailNotice email={me.email} status={mail.status} />
      <Changeable
        title={t('account.name')}
        value={me.name}
        change={t('account.nameChange')}
        form={(close) => <NameForm name={me.name} onDone={close} />}
      />
      <Changeable
        title={t('account.email')}
        value={me.email}
        change={t('account.emailChange')}
        form={() => <EmailForm />}
      />
      <Changeable
        title={t('account.password')}
        change={t('account.passwordChange')}
        form={(close) => <PasswordForm onDone={close} />}
      />
      <Stack gap="sm">
        <Title level={2} size="lead">
          {t('account.twoStep')}
        </Title>
        <Text>{t(factor.isOn ? 'account.twoStepOn' : 'account.twoStepOff')}</Text>
        <div>
          <Button
            tone="secondary"
            label={t(factor.isOn ? 'account.twoStepManage' : 'account.twoStepTurnOn')}
            href="/account/two-step"
          />
        </div>
      </Stack>
      <ProvidersSection providers={providers} />
      <Stack gap="sm">
        <Title level={2} size="lead">
          {t('site.language')}
        </Title>
        <Text>{t('site.languageText')}</Text>
        <LanguageChoice />
      </Stack>
      <Stack gap="sm">
        <Title level={2} size="lead">
          {t('account.preferences')}
        </Title>
        <Text>{t('account.preferencesText')}</Text>
        <Button tone="secondary" label={t('account.preferencesChange')} href="/notifications/settings" />
      </Stack>
      <SessionsSection sessions={sessions} timeZone={timeZone} />
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
