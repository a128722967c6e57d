import { useState } from 'react'
import { useServerAddress } from '@buy-locals/client/server-address'
import { resetPassword } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/mobile-i18n'
import { LinkOutcome } from './link-outcome'
import { NewPasswordForm } from './new-password-form'

/** Where the mail of whoever has forgotten their password leads. */
export function ResetPasswordScreen({ token }: { token: string | undefined }) {
  const t = useT()
  const addressOf = useServerAddress()
  const [isSet, setSet] = useState(false)
  if (!token) {
    return (
      <LinkOutcome
        icon="mail"
        title={t('mailedLink.linkMissingTitle')}
        text={t('mailedLink.linkMissingText')}
        action={<Button label={t('mailedLink.requestAgain')} href={addressOf('/forgot-password')} />}
      />
    )
  }
  if (isSet) {
    return (
      <LinkOutcome
        icon="circle-check"
        title={t('mailedLink.resetDoneTitle')}
        text={t('mailedLink.resetDoneText')}
        action={<Button label={t('account.signIn')} href="/sign-in" />}
      />
    )
  }
  return (
    <Page>
      <Stack gap="xl">
        <Title level={1}>{t('mailedLink.resetTitle')}</Title>
        <NewPasswordForm
          operation={resetPassword}
          inputOf={(password) => ({ body: { token, password } })}
          onDone={() => setSet(true)}
        />
      </Stack>
    </Page>
  )
}
