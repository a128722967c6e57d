import { redirect, useLoaderData, type MetaFunction } from 'react-router'
import { Columns, Page } from '@buy-locals/ui/layout'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { Closed } from '../bookings/closed'
import { loadOne, type Open } from '../bookings/load'
import { Particulars } from '../bookings/particulars'
import { privateMeta } from '../site/meta'
import { translatorForSite, siteI18n, useT } from '../messages/site-i18n'
import { PaySide } from './pay-side'
import type { Asked } from '../server/asked'

export async function loader({ params, context }: Asked) {
  const loaded = await loadOne(context, params['bookingId'] ?? '')
  const status = loaded.kind === 'open' ? loaded.booking.status : 'held'
  if (status !== 'held') throw redirect(`/bookings/${params['bookingId']}${status === 'confirmed' ? '?new' : ''}`)
  return { ...loaded, locale: context.locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  const t = translatorForSite(siteI18n(loaderData?.locale ?? 'en-US'))
  return privateMeta(t('site.title', { page: t('pay.title') }))
}

export default function Pay() {
  const loaded = useLoaderData<typeof loader>()
  if (loaded.kind === 'closed') return <Closed bookingId={loaded.bookingId} />
  return <Paying open={loaded as Open} />
}

function Paying({ open }: { open: Open }) {
  const t = useT()
  const { booking, business } = open
  const steps = [t('book.steps.time'), t('book.steps.details'), t('book.steps.pay')]
  return (
    <Page>
      <Stack gap="sm">
        <Title level={1}>{t('pay.title')}</Title>
        {business && (
          <span>
            <TextLink
              label={`${booking.serviceName}, ${t('book.at', { business: business.name })}`}
              href={`/b/${business.slug}`}
            />
          </span>
        )}
      </Stack>
      <Steps label={t('book.stepOf', { at: 3, of: 3, step: steps[2] ?? '' })} steps={steps} current={2} />
      <Columns aside={<Particulars open={open} />}>
        <PaySide open={open} />
      </Columns>
    </Page>
  )
}
