import type { BookingOptions } from '@buy-locals/features/booking/load-options'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Stack } from '@buy-locals/ui/stack'
import { Steps } from '@buy-locals/ui/steps'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'

/** What is being booked and where, and how far one is. */
export function BookHead({ options, current }: { options: BookingOptions; current: 0 | 1 }) {
  const t = translatorForFeatures(useI18n())
  const { business, service, isPaidOnline } = options
  const steps = [t('book.steps.time'), t('book.steps.details'), t(isPaidOnline ? 'book.steps.pay' : 'book.steps.done')]
  const label = t('book.stepOf', { at: current + 1, of: steps.length, step: steps[current] ?? '' })
  return (
    <>
      <Stack gap="xs">
        <Title level={1}>{t('book.title', { service: service.name })}</Title>
        <Text tone="quiet">{t('book.at', { business: business.name })}</Text>
      </Stack>
      <Steps label={label} steps={steps} current={current} />
    </>
  )
}
