import { cancellationText, isFreeToCancel, laterTexts } from '@buy-locals/features/booking/policy-text'
import { priceLines } from '@buy-locals/features/booking/price-lines'
import { useI18n } from '@buy-locals/features/i18n'
import { formatDateTime, formatDateTimeWithZone, formatDuration } from '@buy-locals/values/format-time'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Icon } from '@buy-locals/ui/icon'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import type { BookingOptions } from './load-options'

type SummaryProps = { options: BookingOptions; start: string | undefined; isFinal: boolean }

/** What is about to be booked, what it costs now and there, and until when it can be cancelled. */
export function Summary({ options, start, isFinal }: SummaryProps) {
  const t = useT()
  const i18n = useI18n()
  const { business, service, quote, isPaidOnline, staffId, partySize, now } = options
  const { timeZone } = business
  const { dueNow } = quote
  const anyone = options.staff.length > 0 ? t('book.anyone') : undefined
  const staffName = options.staff.find(({ id }) => id === staffId)?.name ?? anyone
  const terms = { timeZone, policy: service.policy, deposit: isPaidOnline ? dueNow : undefined }
  const when =
    start && (isFinal ? formatDateTimeWithZone(i18n, start, timeZone) : formatDateTime(i18n, start, timeZone))
  const items = [
    { label: t('book.service'), value: `${service.name}, ${formatDuration(i18n, service.durationMinutes)}` },
    ...(staffName ? [{ label: t('book.with'), value: staffName }] : []),
    { label: t('book.when'), value: when ?? t('book.noTime') },
    ...(service.capacity > 1 ? [{ label: t('book.people'), value: String(partySize) }] : []),
    ...priceLines(i18n, { ...quote, deposit: dueNow }, 'quote'),
  ]
  return (
    <section aria-label={t('book.yourBooking')}>
      <Card>
        <Title level={2} size="lead">
          {t('book.yourBooking')}
        </Title>
        <DescriptionList items={items} />
        {start && (
          <Row gap="sm" align="start">
            {isFreeToCancel({ ...terms, start }, now) ? (
              <Icon decorative name="shield-check" color="leaf" />
            ) : (
              <Icon decorative name="info" color="sun" />
            )}
            <Stack gap="xs" grow>
              <Text size="small" weight="medium">
                {cancellationText(i18n, { ...terms, start }, now)}
              </Text>
              {isPaidOnline &&
                laterTexts(i18n, { ...terms, start, deposit: dueNow }, now).map((text) => (
                  <Text key={text} size="fine" tone="quiet">
                    {text}
                  </Text>
                ))}
            </Stack>
          </Row>
        )}
      </Card>
    </section>
  )
}
