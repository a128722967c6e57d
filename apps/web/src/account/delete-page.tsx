import { useState } from 'react'
import { redirect, useLoaderData } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import { eraseMe } from '@buy-locals/contracts/auth/operations'
import { listMyBookings } from '@buy-locals/contracts/booking/operations'
import { isOver } from '@buy-locals/features/booking/status'
import { Button, Buttons } from '@buy-locals/ui/button'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { Form, type FormValues } from '../site/form'
import { MessagePage } from '../site/message-page'
import { privatePage } from '../site/page-meta'
import { PlainList } from '../site/plain-list'
import { useSite } from '../site/use-site'
import { AccountPage } from './account-page'
import { PasswordAgain } from './password-again'

export async function loader({ context: { callApi: call, me, now } }: LoaderArgs) {
  if (!me) throw redirect('/sign-in?to=/account/delete')
  const { items } = await call(listMyBookings, { query: { limit: 100 } })
  return { upcoming: items.filter(({ status, start }) => !isOver(status) && start > now).length }
}

export const meta = privatePage('account.deleteTitle')

const promises = ['deleteGone', 'deleteReviews'] as const

export default function DeleteAccount() {
  const t = useT()
  const { upcoming } = useLoaderData<typeof loader>()
  const takesPayments = useSite()?.payments.mode !== 'off'
  const [isDeleted, setDeleted] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const [keepReviews, setKeepReviews] = useState(false)
  const { send, isBusy, error } = useSend(() => setDeleted(true))
  const code = error instanceof Refusal ? error.code : undefined

  function submit({ get }: FormValues) {
    const password = get('password')
    setMissing(!password)
    if (password) void send(() => callApi(eraseMe, { body: { password, keepReviews } }))
  }
  if (isDeleted) {
    // A plain link: the page that opens knows nobody any more.
    const home = <Button label={t('account.deletedHome')} onPress={() => window.location.assign('/')} />
    return (
      <MessagePage
        icon="circle-check"
        title={t('account.deletedTitle')}
        text={t('account.deletedText')}
        action={home}
      />
    )
  }
  const wrong = code === 'auth/wrong-credentials' ? t('account.deleteWrong') : undefined
  return (
    <AccountPage title={t('account.deleteTitle')}>
      {upcoming > 0 && (
        <Notice
          tone="pending"
          title={t(takesPayments ? 'account.deleteUpcoming' : 'account.deleteUpcomingUnpaid', { count: upcoming })}
        />
      )}
      <PlainList>
        {([...promises, takesPayments ? 'deleteKept' : 'deleteKeptUnpaid', 'deleteFinal'] as const).map((key) => (
          <li key={key}>
            <Text>{t(`account.${key}`)}</Text>
          </li>
        ))}
      </PlainList>
      <Form onSubmit={submit}>
        <CheckField label={t('account.deleteKeepReviews')} value={keepReviews} onChange={setKeepReviews} />
        <PasswordAgain
          label={t('account.deletePassword')}
          name="password"
          error={isMissing ? t('account.deleteMissing') : wrong}
        />
        {code === 'auth/last-owner' && (
          <Notice tone="danger" title={t('account.deleteOwner', { names: namesOf(error) })} />
        )}
        {code !== 'auth/last-owner' && !wrong && <ErrorNotice error={error} />}
        <Buttons>
          <Button submit tone="danger" busy={isBusy} label={t('account.deleteTitle')} />
          <Button tone="secondary" label={t('account.deleteCancel')} href="/account" />
        </Buttons>
      </Form>
    </AccountPage>
  )
}

/** Of the businesses that only this person owns. */
const namesOf = (error: unknown): string => {
  const businesses =
    error instanceof Refusal ? (error.members['businesses'] as { name: string }[] | undefined) : undefined
  return (businesses ?? []).map(({ name }) => name).join(', ')
}
