import { useLoaderData } from 'react-router'
import { listProviders } from '@buy-locals/contracts/auth/operations'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { privatePage } from '../site/page-meta'
import { AccountPage } from './account-page'
import { ProviderButtons } from './provider-buttons'
import { skipIfSignedIn, useReturnPath } from './return-path'
import { SignUpForm } from './sign-up-form'

export async function loader(args: LoaderArgs) {
  skipIfSignedIn(args)
  return args.context.callApi(listProviders, {})
}
export const meta = privatePage('account.signUp')

export default function SignUp() {
  const t = useT()
  const to = useReturnPath()
  const { items } = useLoaderData<typeof loader>()
  return (
    <AccountPage title={t('account.signUp')}>
      <SignUpForm onDone={() => window.location.assign(to)} />
      <ProviderButtons providers={items} to={to} />
      <Text>
        {t('account.haveAccount')}{' '}
        <TextLink label={t('account.signIn')} href={`/sign-in?to=${encodeURIComponent(to)}`} />
      </Text>
    </AccountPage>
  )
}
