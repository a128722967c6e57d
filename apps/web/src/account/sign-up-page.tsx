import { redirect, useSearchParams } from 'react-router'
import { Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
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
    <Page reading>
      <div className="narrow">
        <Stack gap="xl">
          <Title level={1}>{t('account.signUp')}</Title>
          <SignUpForm onDone={() => window.location.assign(to)} />
          <Text>
            {t('account.haveAccount')}{' '}
            <TextLink label={t('account.signIn')} href={`/sign-in?to=${encodeURIComponent(to)}`} />
          </Text>
        </Stack>
      </div>
    </Page>
  )
}
