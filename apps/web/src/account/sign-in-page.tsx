import { redirect, useSearchParams } from 'react-router'
import { Page } from '@buy-locals/ui/frame'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useSay } from '../words/say'
import { titled } from './page-words'
import { SignInForm } from './sign-in-form'
import { whereTo } from './where-to'
import type { Asked } from '../server/asked'

export function loader({ request, context: { me } }: Asked) {
  if (me) throw redirect(whereTo(new URL(request.url).searchParams))
  return undefined
}

export const meta = titled('account.signIn')

export default function SignIn() {
  const say = useSay()
  const [params] = useSearchParams()
  const to = whereTo(params)
  return (
    <Page reading>
      <div className="narrow">
        <Stack gap="xl">
          <Title level={1}>{say('account.signIn')}</Title>
          <SignInForm onDone={() => window.location.assign(to)} />
          <Text>
            {say('account.noAccount')}{' '}
            <TextLink label={say('account.signUp')} href={`/sign-up?to=${encodeURIComponent(to)}`} />
          </Text>
        </Stack>
      </div>
    </Page>
  )
}
