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
import { SignInForm } from './sign-in-form'

export async function loader(args: LoaderArgs) {
  skipIfSignedIn(args)
  return args.context.callApi(listProviders, {})
}
export const meta = privatePage('account.signIn')

export default function SignIn() {
  const t = useT()
  const to = useReturnPath()
  const { items } = useLoaderData<typeof loader>()
  return (
    <AccountPage title={t('account.signIn')}>
      <SignInForm onDone={() => window.location.assign(to)}>
        <ProviderButtons providers={items} to={to} />
      </SignInForm>
      <Text>
        {t('account.noAccount')} <TextLink label={t('account.signUp')} href={`/sign-up?to=${encodeURIComponent(to)}`} />
      </Text>
    </AccountPage>
  )
}
