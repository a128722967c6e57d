import { redirect, useSearchParams } from 'react-router'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useT } from '../messages/site-i18n'
import { AccountPage } from './account-page'
import { titled } from './page-title'
import { SignInForm } from './sign-in-form'
import { whereTo } from './where-to'
import type { Asked } from '../server/asked'

export function loader({ request, context: { me } }: Asked) {
  if (me) throw redirect(whereTo(new URL(request.url).searchParams))
  return undefined
}

export const meta = titled('account.signIn')

export default function SignIn() {
  const t = useT()
  const [params] = useSearchParams()
  const to = whereTo(params)
  return (
    <AccountPage title={t('account.signIn')}>
      <SignInForm onDone={() => window.location.assign(to)} />
      <Text>
        {t('account.noAccount')} <TextLink label={t('account.signUp')} href={`/sign-up?to=${encodeURIComponent(to)}`} />
      </Text>
    </AccountPage>
  )
}
