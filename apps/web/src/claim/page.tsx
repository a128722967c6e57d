import { useState } from 'react'
import { useLoaderData, type MetaFunction } from 'react-router'
import { claimBusiness, readBusiness } from '@buy-locals/contracts/business/operations'
import { Button } from '@buy-locals/ui/button'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { TextLink } from '@buy-locals/ui/text-link'
import { AccountPage } from '../account/account-page'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { throwPageError } from '../api/loader-errors'
import { useSend } from '../api/use-send'
import { siteI18n, translatorForSite, useT } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { Form, type FormValues } from '../site/form'
import { MessagePage } from '../site/message-page'
import { privateMeta } from '../site/page-meta'
import { useSite } from '../site/use-site'

export async function loader({ params, context: { callApi: call, locale } }: LoaderArgs) {
  const business = await call(readBusiness, { params: { businessId: params['slug'] ?? '' } }).catch(throwPageError)
  const { id, slug, name, claimed, claimDomain } = business
  return { business: { id, slug, name, claimed, claimDomain }, locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  if (!loaderData) return []
  const t = translatorForSite(siteI18n(loaderData.locale))
  return privateMeta(t('site.title', { page: t('claim.title', { name: loaderData.business.name }) }))
}

/** Proves by mail that the business is theirs, or tells the operator how it can be checked. */
export default function Claim() {
  const { business } = useLoaderData<typeof loader>()
  const t = useT()
  const me = useSite()?.me
  const [sentTo, setSentTo] = useState<string>()
  const back = <TextLink label={t('report.back', { name: business.name })} href={`/b/${business.slug}`} />
  if (business.claimed) {
    return <MessagePage icon="store" title={t('claim.takenTitle')} text={t('claim.takenText')} action={back} />
  }
  if (!me) {
    const signIn = <Button label={t('claim.signIn')} href={`/sign-in?to=/b/${business.slug}/claim`} />
    return (
      <MessagePage
        icon="store"
        title={t('claim.title', { name: business.name })}
        text={t('claim.signInText')}
        action={signIn}
      />
    )
  }
  if (sentTo !== undefined) {
    const text = sentTo ? t('claim.mailedText', { email: sentTo }) : t('claim.pendingText')
    return (
      <MessagePage
        icon="mail"
        title={t(sentTo ? 'claim.mailedTitle' : 'claim.pendingTitle')}
        text={text}
        action={back}
      />
    )
  }
  return (
    <AccountPage title={t('claim.title', { name: business.name })}>
      {back}
      {business.claimDomain && <MailForm businessId={business.id} domain={business.claimDomain} onSent={setSentTo} />}
      <NoteForm businessId={business.id} isOther={business.claimDomain !== undefined} onSent={() => setSentTo('')} />
    </AccountPage>
  )
}

type BusinessId = `biz_${string}`

function MailForm({
  businessId,
  domain,
  onSent,
}: {
  businessId: BusinessId
  domain: string
  onSent: (to: string) => void
}) {
  const t = useT()
  const [mailbox, setMailbox] = useState('')
  const [isWrong, setWrong] = useState(false)
  const { send, isBusy, error } = useSend(() => onSent(`${mailbox}@${domain}`))
  function submit() {
    const wrong = !/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/i.test(mailbox)
    setWrong(wrong)
    if (!wrong) void send(() => callApi(claimBusiness, { params: { businessId }, body: { mailbox } }))
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('claim.mailbox', { domain })}
        hint={t('claim.mailboxHint', { domain })}
        error={isWrong ? t('claim.badMailbox', { domain }) : undefined}
        value={mailbox}
        onChange={(text) => setMailbox(text.trim().replace(`@${domain}`, ''))}
      />
      <ErrorNotice error={error} />
      <Button submit wide large busy={isBusy} label={t('claim.mail')} />
    </Form>
  )
}

function NoteForm({ businessId, isOther, onSent }: { businessId: BusinessId; isOther: boolean; onSent: () => void }) {
  const t = useT()
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(onSent)
  function submit({ get }: FormValues) {
    const note = get('note').trim()
    setMissing(!note)
    if (note) void send(() => callApi(claimBusiness, { params: { businessId }, body: { note } }))
  }
  return (
    <Form keepAs={`claim ${businessId}`} onSubmit={submit}>
      <Text>{t(isOther ? 'claim.orNote' : 'claim.noteOnly')}</Text>
      <TextField
        label={t('claim.note')}
        hint={t('claim.noteHint')}
        name="note"
        rows={4}
        maxLength={500}
        error={isMissing ? t('claim.noNote') : undefined}
      />
      <ErrorNotice error={error} />
      <Button submit wide large tone={isOther ? 'secondary' : 'primary'} busy={isBusy} label={t('claim.send')} />
    </Form>
  )
}
