import type { ReactNode } from 'react'
import type { readBooking } from '@buy-locals/contracts/booking/operations'
import type { Output } from '@buy-locals/contracts/operation'
import { Button } from '@buy-locals/ui/button'
import { Card } from '@buy-locals/ui/card'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { formatDateTime } from '@buy-locals/values/format-time'
import { format, share } from '@buy-locals/values/money'
import { isPaidOnline } from './booking/status'
import { translatorForFeatures, useI18n } from './i18n'

type ComplaintCardProps = {
  booking: Output<typeof readBooking>
  /** Of the business. */
  name: string
  isAccepting: boolean
  errorNotice: ReactNode
  onAccept: (offeredShare: number) => void
}

/** What both sides say, until when it is decided, and what the business offers instead. */
export function ComplaintCard({ booking, name, ...accepting }: ComplaintCardProps) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { complaint, complaintDecision, reason, timeZone } = booking
  if (!complaint) return null
  return (
    <Card>
      <Stack gap="lg">
        <Statement heading={t('ownBooking.complaintYou')} text={complaint.text} />
        <Statement heading={t('ownBooking.complaintThem', { business: name })} text={complaint.reply} />
        {complaintDecision && <Statement heading={t('ownBooking.complaintReason')} text={reason} />}
        {!complaintDecision && (
          <Text size="small" tone="quiet">
            {t('ownBooking.complaintDecideBy', { when: formatDateTime(i18n, complaint.decideBy, timeZone) })}
          </Text>
        )}
        {!complaintDecision && <OfferedRefund booking={booking} {...accepting} />}
      </Stack>
    </Card>
  )
}

function Statement({ heading, text }: { heading: string; text: string | undefined }) {
  if (!text) return null
  return (
    <Stack gap="xs">
      <Text size="small" weight="strong">
        {heading}
      </Text>
      <Text>{text}</Text>
    </Stack>
  )
}

function OfferedRefund({ booking, isAccepting, errorNotice, onAccept }: Omit<ComplaintCardProps, 'name'>) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const { offeredShare, deposit } = booking
  if (offeredShare === undefined || !isPaidOnline(booking)) return null
  const amount = format(share(deposit, offeredShare), i18n.locale)
  return (
    <Stack gap="md">
      <Text weight="strong">{t('ownBooking.complaintOffered', { amount })}</Text>
      {errorNotice}
      <Stack align="start">
        <Button
          busy={isAccepting}
          label={t('ownBooking.complaintAccept', { amount })}
          onPress={() => onAccept(offeredShare)}
        />
      </Stack>
      <Text size="small" tone="quiet">
        {t('ownBooking.complaintOfferedText')}
      </Text>
    </Stack>
  )
}
