import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useT } from '../messages/site-i18n'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'
import { skipIfSignedIn, useReturnPath } from './return-path'
import { SignUpForm } from './sign-up-form'

export const loader = skipIfSignedIn
export const meta = privatePage('account.signUp')

export default function SignUp() {
  const t = useT()
  const to = useReturnPath()
  return (
    <AccountPage title={t('account.signUp')}>
      <SignUpForm onDone={() => window.location.assign(to)} />
      <Text>
        {t('account.haveAccount')}{' '}
        <TextLink label={t('account.signIn')} href={`/sign-in?to=${encodeURIComponent(to)}`} />
      </Text>
    </AccountPage>
  )
}
