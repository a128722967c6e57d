import { useLoaderData, useLocation, useSearchParams, type MetaFunction } from 'react-router'
import { BookingSummary } from '@buy-locals/features/booking-summary'
import { useChosenTime } from '@buy-locals/features/booking/use-chosen-time'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Columns, Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { instant } from '@buy-locals/values/time'
import { siteI18n, translatorForSite } from '../messages/site-i18n'
import type { LoaderArgs } from '../server/visit'
import { privateMeta } from '../site/page-meta'
import { DetailsStep } from './details-step'
import { loadOptions } from './load-options'
import { TimePage } from './time-page'
import { unlessOnlyTimeChanges } from './only-time-changes'

export const shouldRevalidate = unlessOnlyTimeChanges

export async function loader({ params, request, context }: LoaderArgs) {
  const search = new URL(request.url).searchParams
  const options = await loadOptions(context, params['slug'] ?? '', params['serviceId'] ?? '', search)
  return { ...options, locale: context.locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  if (!loaderData) return []
  const i18n = siteI18n(loaderData.locale)
  const page = translatorForFeatures(i18n)('book.title', { service: loaderData.service.name })
  return privateMeta(translatorForSite(i18n)('site.title', { page }))
}

export default function Book() {
  const options = useLoaderData<typeof loader>()
  const t = translatorForFeatures(useI18n())
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const start = instant.safeParse(params.get('at')).data
  const chosen = useChosenTime(options, pathname)
  const { business, service, isPaidOnline } = options
  const steps = [t('book.steps.time'), t('book.steps.details'), t(isPaidOnline ? 'book.steps.pay' : 'book.steps.done')]
  const current = start ? 1 : 0
  const label = t('book.stepOf', { at: current + 1, of: steps.length, step: steps[current] ?? '' })
  return (
    <Page>
      <Stack gap="sm">
        <Title level={1}>{t('book.title', { service: service.name })}</Title>
        <span>
          <TextLink label={t('book.at', { business: business.name })} href={`/b/${business.slug}`} />
        </span>
      </Stack>
      <Steps label={label} steps={steps} current={current} />
      <Columns aside={<BookingSummary options={options} start={start ?? chosen.time} isFinal={Boolean(start)} />}>
        {start ? <DetailsStep options={options} start={start} /> : <TimePage options={options} chosen={chosen} />}
      </Columns>
    </Page>
  )
}
