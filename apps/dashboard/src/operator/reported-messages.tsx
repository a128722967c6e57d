import { useState } from 'react'
import { decideMessageReport, listMessages, listReportedMessages } from '@buy-locals/contracts/booking/operations'
import type { MessageReport, ReportOutcome } from '@buy-locals/contracts/booking/shapes'
import type { Market } from '@buy-locals/contracts/business/shapes'
import { MessageThread } from '@buy-locals/features/message-thread'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { usePagedQuery } from '@buy-locals/client/use-paged-query'
import { useNextPage } from '@buy-locals/features/operation/use-next-page'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { Section } from '../forms/edit-form'
import { useT } from '../messages/use-t'
import { NotFound } from '../shell/fallback-pages'
import { PagedResult, QueryResult } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { DecideWithReason } from './decide-with-reason'
import { useMarket } from './use-market'

/** Messages that a customer or a business asks the operator to look at. */
export function ReportedMessages({ markets }: { markets: readonly Market[] }) {
  const t = useT()
  const { market, field } = useMarket(markets)
  if (!market) return <NotFound />
  return (
    <Screen title={t('operator.messages')} place={market.name} intro={t('operator.messagesIntro')}>
      {field}
      <MessagesOfMarket key={market.id} market={market} />
    </Screen>
  )
}

function MessagesOfMarket({ market }: { market: Market }) {
  const t = useT()
  const reports = usePagedQuery(listReportedMessages, { params: { marketId: market.id }, query: { limit: 20 } })
  const empty = (
    <EmptyState icon="message-circle" title={t('operator.noMessages')} text={t('operator.noMessagesText')} />
  )
  return (
    <PagedResult query={reports} empty={empty}>
      {(items) => (
        <Stack gap="lg">
          {items.map((report) => (
            <ReportedMessage key={report.id} report={report} />
          ))}
        </Stack>
      )}
    </PagedResult>
  )
}

function ReportedMessage({ report }: { report: MessageReport }) {
  const t = useT()
  const { businessName, customerName, serviceName, start, timeZone, message, reason, reportedAt } = report
  const { formatMoment } = useTimes(timeZone)
  const isByBusiness = message.sentBy === 'business'
  const [author, reporter] = isByBusiness ? [businessName, customerName] : [customerName, businessName]
  return (
    <Section title={t('operator.complaintTitle', { service: serviceName, business: businessName })}>
      <Text weight="strong">{formatMoment(start)}</Text>
      <Quote
        title={t('operator.messageOf', { name: author, when: formatMoment(message.sentAt) })}
        text={message.text}
      />
      <Quote title={t('operator.reportOf', { name: reporter, when: formatMoment(reportedAt) })} text={reason} />
      <WholeThread report={report} />
      <Buttons>
        <Decide report={report} name={author} outcome="dismissed" />
        <Decide report={report} name={author} outcome="removed" />
      </Buttons>
    </Section>
  )
}

function Quote({ title, text }: { title: string; text: string }) {
  return (
    <Card sunken>
      <Stack gap="xs">
        <Text size="small" weight="strong">
          {title}
        </Text>
        <Text>{text}</Text>
      </Stack>
    </Card>
  )
}

/** What was written before and after it, where the operator wants to know. */
function WholeThread({ report }: { report: MessageReport }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <Thread report={report} />
  return (
    <span>
      <Button flush tone="quiet" icon="message-circle" label={t('operator.seeThread')} onPress={() => setOpen(true)} />
    </span>
  )
}

function Thread({ report: { bookingId, businessName, customerName, timeZone } }: { report: MessageReport }) {
  const t = useT()
  const messages = usePagedQuery(listMessages, { params: { bookingId }, query: { limit: 20 } })
  const earlier = useNextPage(messages)
  return (
    <QueryResult query={messages}>
      {({ pages }) => (
        <MessageThread
          thread={{
            items: pages.flatMap(({ items }) => items),
            read: { consumer: 0, business: 0 },
            hidesContacts: pages[0]?.hidesContacts ?? false,
          }}
          side="business"
          ownName={businessName}
          name={customerName}
          timeZone={timeZone}
          empty={t('operator.noMessages')}
          earlier={earlier}
        />
      )}
    </QueryResult>
  )
}

type DecideProps = { report: MessageReport; name: string; outcome: ReportOutcome }

function Decide({ report: { id: reportId }, name, outcome }: DecideProps) {
  const t = useT()
  const decide = useOperationMutation(decideMessageReport, {
    inlineError: true,
    invalidates: [listReportedMessages],
    successText: t(`operator.message.${outcome}.done`),
  })
  return (
    <DecideWithReason
      label={t(`operator.${outcome}.act`)}
      name={t(`operator.message.${outcome}.name`, { name })}
      title={t(`operator.message.${outcome}.title`, { name })}
      text={t(`operator.message.${outcome}.text`, { name })}
      busy={decide.isPending}
      error={decide.shownError}
      onDecide={(reason) => decide.mutate({ input: { params: { reportId }, body: { outcome, reason } } })}
    />
  )
}
