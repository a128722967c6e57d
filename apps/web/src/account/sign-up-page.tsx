import { redirect, useSearchParams } from 'react-router'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useT } from '../messages/site-i18n'
import { AccountPage } from './account-page'
import { titled } from './page-title'
import { SignUpForm } from './sign-up-form'
import { whereTo } from './where-to'
import type { Asked } from '../server/asked'

export function loader({ request, context: { me } }: Asked) {
  if (me) throw redirect(whereTo(new URL(request.url).searchParams))
  return undefined
}

export const meta = titled('account.signUp')

export default function SignUp() {
  const t = useT()
  const [params] = useSearchParams()
  const to = whereTo(params)
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
