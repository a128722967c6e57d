import type { ListedService } from '@buy-locals/contracts/booking/shapes'
import { policyTexts } from '@buy-locals/features/booking/policy-text'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Card } from '@buy-locals/ui/card'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'

/** What comes back of what is paid online, under the services that it is true of, unless it is true of all. */
export function CancellationPolicy({ services }: { services: readonly ListedService[] }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const paidOnline = services.filter(({ quote }) => quote.deposit.amount > 0)
  const namesByText = new Map<string, string[]>()
  for (const { name, policy, quote } of paidOnline) {
    const text = policyTexts(i18n, policy, quote.deposit).join('\n')
    namesByText.set(text, [...(namesByText.get(text) ?? []), name])
  }
  if (paidOnline.length === 0) return null
  return (
    <Card sunken>
      <Title level={3} size="body">
        {t('business.cancellation')}
      </Title>
      {[...namesByText].map(([text, names]) => (
        <Stack key={text} gap="xs">
          {namesByText.size > 1 && (
            <Text size="small" weight="medium">
              {names.join(', ')}
            </Text>
          )}
          <Text size="small">{text}</Text>
        </Stack>
      ))}
      <Text size="small" tone="quiet">
        {t('business.protectedText')}
      </Text>
    </Card>
  )
}
