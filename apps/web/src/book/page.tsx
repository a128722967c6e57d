import { useLoaderData, useSearchParams, type MetaFunction } from 'react-router'
import { Columns, Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { privateMeta } from '../site/meta'
import { translatorForSite, siteI18n, useT } from '../messages/site-i18n'
import { DetailsStep } from './details-step'
import { loadBooking } from './load'
import { Summary } from './summary'
import { TimeStep } from './time-step'
import { useChosenTime } from './use-chosen-time'
import type { Asked } from '../server/asked'

export async function loader({ params, request, context }: Asked) {
  const asked = new URL(request.url).searchParams
  const offered = await loadBooking(context, params['slug'] ?? '', params['serviceId'] ?? '', asked)
  return { ...offered, locale: context.locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  if (!loaderData) return []
  const t = translatorForSite(siteI18n(loaderData.locale))
  const page = t('book.title', { service: loaderData.service.name })
  return privateMeta(t('site.title', { page }))
}

export default function Book() {
  const offered = useLoaderData<typeof loader>()
  const t = useT()
  const [params] = useSearchParams()
  const at = params.get('at') ?? undefined
  const chosen = useChosenTime(offered)
  const start = at ?? chosen.time
  const isPaid = offered.service.payment === 'online' && offered.service.price.amount > 0
  const steps = [t('book.steps.time'), t('book.steps.details'), t(isPaid ? 'book.steps.pay' : 'book.steps.done')]
  const current = at ? 1 : 0
  const text = { at: current + 1, of: steps.length, step: steps[current] ?? '' }
  const { business, service } = offered
  return (
    <Page>
      <Stack gap="sm">
        <Title level={1}>{t('book.title', { service: service.name })}</Title>
        <span>
          <TextLink label={t('book.at', { business: business.name })} href={`/b/${business.slug}`} />
        </span>
      </Stack>
      <Steps label={t('book.stepOf', text)} steps={steps} current={current} />
      <Columns aside={<Summary offered={offered} start={start} isFinal={Boolean(at)} />}>
        {at ? <DetailsStep offered={offered} start={at} /> : <TimeStep offered={offered} chosen={chosen} />}
      </Columns>
    </Page>
  )
}
