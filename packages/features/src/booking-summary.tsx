import { View } from 'react-native'
import { Card } from '@buy-locals/ui/card'
import { DescriptionList } from '@buy-locals/ui/description-list'
import { Icon } from '@buy-locals/ui/icon'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { formatDateTime, formatDateTimeWithZone, formatDuration } from '@buy-locals/values/format-time'
import type { BookingOptions } from './booking/load-options'
import { cancellationText, isFreeToCancel, laterTexts } from './booking/policy-text'
import { priceLines } from './booking/price-lines'
import { translatorForFeatures, useI18n } from './i18n'

type BookingSummaryProps = { options: BookingOptions; start: string | undefined; isFinal: boolean }

/** What is about to be booked, what it costs now and there, and until when it can be cancelled. */
export function BookingSummary({ options, start, isFinal }: BookingSummaryProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
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
    <View role="region" aria-label={t('book.yourBooking')}>
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
    </View>
  )
}
