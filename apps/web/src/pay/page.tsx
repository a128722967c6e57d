import { redirect, useLoaderData, type MetaFunction } from 'react-router'
import { Columns, Page } from '@buy-locals/ui/frame'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { Closed } from '../bookings/closed'
import { loadOne, type Open } from '../bookings/load'
import { Particulars } from '../bookings/particulars'
import { privateMeta } from '../site/meta'
import { sayIn, siteSpeech, useSay } from '../words/say'
import { PaySide } from './pay-side'
import type { Asked } from '../server/asked'

export async function loader({ params, context }: Asked) {
  const loaded = await loadOne(context, params['bookingId'] ?? '')
  const status = loaded.kind === 'open' ? loaded.booking.status : 'held'
  if (status !== 'held') throw redirect(`/bookings/${params['bookingId']}${status === 'confirmed' ? '?new' : ''}`)
  return { ...loaded, locale: context.locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  const say = sayIn(siteSpeech(loaderData?.locale ?? 'en-US'))
  return privateMeta(say('site.title', { page: say('pay.title') }))
}

export default function Pay() {
  const loaded = useLoaderData<typeof loader>()
  if (loaded.kind === 'closed') return <Closed bookingId={loaded.bookingId} />
  return <Paying open={loaded as Open} />
}

function Paying({ open }: { open: Open }) {
  const say = useSay()
  const { booking, business } = open
  const steps = [say('book.steps.time'), say('book.steps.details'), say('book.steps.pay')]
  return (
    <Page>
      <Stack gap="sm">
        <Title level={1}>{say('pay.title')}</Title>
        {business && (
          <span>
            <TextLink
              label={`${booking.serviceName}, ${say('book.at', { business: business.name })}`}
              href={`/b/${business.slug}`}
            />
          </span>
        )}
      </Stack>
      <Steps label={say('book.stepOf', { at: 3, of: 3, step: steps[2] ?? '' })} steps={steps} current={2} />
      <Columns aside={<Particulars open={open} />}>
        <PaySide open={open} />
      </Columns>
    </Page>
  )
}
