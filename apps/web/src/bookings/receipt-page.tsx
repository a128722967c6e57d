import { useLoaderData, type MetaFunction } from 'react-router'
import { readReceipt } from '@buy-locals/contracts/payment/operations'
import type { Id } from '@buy-locals/values/ids'
import { useSpeech } from '@buy-locals/features/speech-provider'
import { dayOfYear, whenExactly } from '@buy-locals/features/time/when'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Facts } from '@buy-locals/ui/facts'
import { Page } from '@buy-locals/ui/frame'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { format } from '@buy-locals/values/money'
import { privateMeta } from '../site/meta'
import { sayIn, siteSpeech, useSay } from '../words/say'
import { asClosed } from '../site/refused'
import type { Asked } from '../server/asked'

export async function loader({ params, context: { call, locale } }: Asked) {
  const bookingId = (params['bookingId'] ?? '') as Id<'booking'>
  return { bookingId, receipt: await call(readReceipt, { params: { bookingId } }).catch(asClosed), locale }
}

export const meta: MetaFunction<typeof loader> = ({ loaderData }) => {
  const say = sayIn(siteSpeech(loaderData?.locale ?? 'en-US'))
  return privateMeta(say('site.title', { page: say('booking.receipt') }))
}

export default function ReceiptPage() {
  const { bookingId, receipt } = useLoaderData<typeof loader>()
  const say = useSay()
  const speech = useSpeech()
  const back = <Button tone="secondary" icon="arrow-left" label={say('booking.one')} href={`/bookings/${bookingId}`} />
  if (!receipt) {
    return (
      <Page reading>
        <EmptyState
          level={1}
          icon="receipt"
          title={say('booking.noReceiptTitle')}
          words={say('booking.noReceiptWords')}
          action={back}
        />
      </Page>
    )
  }
  const { card, funds, releaseAt, timeZone } = receipt
  const facts = [
    { label: say('booking.receiptOf'), value: receipt.businessName },
    { label: say('booking.receiptFor'), value: receipt.serviceName },
    { label: say('booking.when'), value: whenExactly(speech, receipt.start, timeZone) },
    { label: say('booking.paidAt'), value: whenExactly(speech, receipt.paidAt, timeZone) },
    ...(card
      ? [{ label: say('booking.cardLabel'), value: say('booking.card', { ...card, brand: capitalised(card.brand) }) }]
      : []),
  ]
  const lines = receipt.lines.map(({ kind, at, amount }) => ({
    label: `${say(`booking.${kind}`)}, ${dayOfYear(speech, at, timeZone)}`,
    value: format(amount, speech.locale),
  }))
  const isDated = funds === 'held' && releaseAt
  return (
    <Page reading>
      <Title level={1}>{say('booking.receiptTitle', { number: receipt.number })}</Title>
      <Card>
        <Facts facts={facts} />
      </Card>
      <Card>
        <Facts
          facts={[...lines, { label: say('booking.sum'), value: format(receipt.total, speech.locale), total: true }]}
        />
        <Text size="small" tone="quiet">
          {isDated
            ? say('booking.funds.heldUntil', { when: whenExactly(speech, releaseAt, timeZone) })
            : say(`booking.funds.${funds}`)}
        </Text>
      </Card>
      <div data-print="no">
        <Buttons>
          {back}
          <Button tone="secondary" icon="download" label={say('booking.print')} onPress={() => window.print()} />
        </Buttons>
      </div>
    </Page>
  )
}

/** 'visa' as it is printed on the card. */
const capitalised = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
