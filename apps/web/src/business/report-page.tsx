import { useState } from 'react'
import { useLoaderData, type MetaFunction } from 'react-router'
import { readBusiness, reportListing } from '@buy-locals/contracts/business/operations'
import { listingFaults } from '@buy-locals/contracts/business/shapes'
import { Button } from '@buy-locals/ui/button'
import { ChoiceField } from '@buy-locals/ui/choice-field'
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

export async function loader({ params, context: { callApi: call, locale } }: LoaderArgs) {
  const business = await call(readBusiness, { params: { businessId: params['slug'] ?? '' } }).catch(throwPageError)
  return { business: { id: business.id, slug: business.slug, name: business.name }, locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  if (!loaderData) return []
  const t = translatorForSite(siteI18n(loaderData.locale))
  return privateMeta(t('site.title', { page: t('report.title') }))
}

/** What is wrong with the page of a business, for its operator. */
export default function Report() {
  const { business } = useLoaderData<typeof loader>()
  const t = useT()
  const [fault, setFault] = useState<string>()
  const [wrong, setWrong] = useState<{ fault?: string; note?: string }>({})
  const [isSent, setSent] = useState(false)
  const { send, isBusy, error } = useSend(() => setSent(true))
  const back = <TextLink label={t('report.back', { name: business.name })} href={`/b/${business.slug}`} />

  function submit({ get }: FormValues) {
    const note = get('note').trim()
    const chosen = listingFaults.find((one) => one === fault)
    const needsNote = chosen === 'other' && !note
    setWrong({ ...(!chosen && { fault: t('report.noFault') }), ...(needsNote && { note: t('report.noNote') }) })
    if (!chosen || needsNote) return
    const body = { fault: chosen, ...(note && { note }) }
    void send(() => callApi(reportListing, { params: { businessId: business.id }, body }))
  }
  if (isSent) {
    return <MessagePage icon="circle-check" title={t('report.sentTitle')} text={t('report.sentText')} action={back} />
  }
  return (
    <AccountPage title={t('report.title')}>
      {back}
      <Form keepAs={`report ${business.id}`} onSubmit={submit}>
        <ChoiceField
          label={t('report.fault')}
          name="fault"
          value={fault ?? ''}
          onChange={setFault}
          error={wrong.fault}
          options={listingFaults.map((value) => ({ value, label: t(`report.faults.${value}`) }))}
        />
        <TextField
          label={t('report.note')}
          hint={t('report.noteHint')}
          name="note"
          rows={3}
          maxLength={500}
          optional={fault !== 'other'}
          error={wrong.note}
        />
        <ErrorNotice error={error} />
        <Button submit wide large busy={isBusy} label={t('report.send')} />
      </Form>
    </AccountPage>
  )
}
