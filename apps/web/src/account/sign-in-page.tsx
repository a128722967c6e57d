import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useT } from '../messages/site-i18n'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'
import { skipIfSignedIn, useReturnPath } from './return-path'
import { SignInForm } from './sign-in-form'

export const loader = skipIfSignedIn
export const meta = privatePage('account.signIn')

export default function SignIn() {
  const t = useT()
  const to = useReturnPath()
  return (
    <AccountPage title={t('account.signIn')}>
      <SignInForm onDone={() => window.location.assign(to)} />
      <Text>
        {t('account.noAccount')} <TextLink label={t('account.signUp')} href={`/sign-up?to=${encodeURIComponent(to)}`} />
      </Text>
    </AccountPage>
  )
}
