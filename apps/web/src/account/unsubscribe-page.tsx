import { useState } from 'react'
import { useLoaderData } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { readSubscription, unsubscribe } from '@buy-locals/contracts/notification/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { Text } from '@buy-locals/ui/text'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { useSite } from '../site/use-site'
import { AccountPage } from './account-page'

export async function loader({ context, params }: LoaderArgs) {
  const token = params['token'] ?? ''
  const subscription = await context.callApi(readSubscription, { params: { token } }).catch((error: unknown) => {
    if (error instanceof Refusal && error.code === 'not-found') return undefined
    throw error
  })
  return { token, subscription }
}

export function meta(args: MetaArgs) {
  const isOff = args.loaderData?.subscription?.enabled === false
  return privatePage(isOff ? 'account.unsubscribedTitle' : 'account.unsubscribeTitle')(args)
}
type MetaArgs = Parameters<ReturnType<typeof privatePage>>[0] & { loaderData?: Awaited<ReturnType<typeof loader>> }

/** Where the link at the end of a mail leads. It changes nothing until somebody presses: programs that check mails open every link. */
export default function Unsubscribe() {
  const t = useT()
  const wordKind = translatorForFeatures(useI18n())
  const me = useSite()?.me
  const { token, subscription } = useLoaderData<typeof loader>()
  const [isDone, setDone] = useState(false)
  const { send, isBusy, error } = useSend(() => setDone(true))
  if (!subscription)
    return <MessagePage icon="mail" title={t('account.unsubscribeTitle')} text={t('account.unsubscribeBroken')} />
  const kind = wordKind(`preference.kind.${subscription.kind}`)
  if (isDone || !subscription.enabled) {
    const settings = me && <Button label={t('account.preferences')} href="/notifications/settings" />
    return (
      <MessagePage
        icon="circle-check"
        title={t('account.unsubscribedTitle')}
        text={t('account.unsubscribedText', { kind })}
        action={settings}
      />
    )
  }
  return (
    <AccountPage title={t('account.unsubscribeTitle')}>
      <Text>{t('account.unsubscribeText', { kind })}</Text>
      <ErrorNotice error={error} />
      <Button
        wide
        large
        busy={isBusy}
        label={t('account.unsubscribe')}
        onPress={() => void send(() => callApi(unsubscribe, { params: { token } }))}
      />
    </AccountPage>
  )
}
