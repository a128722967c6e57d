import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import type { ShownBusiness } from './shown-business'

/** Where a listing that no owner wrote comes from, and under which license. */
export function Provenance({ source }: { source: ShownBusiness['source'] }) {
  const t = translatorForFeatures(useI18n())
  if (!source) return null
  const isDemonstration = source.kind === 'demonstration'
  const from = isDemonstration
    ? t('business.demonstrationText')
    : t(source.asOf ? 'business.openDataText' : 'business.openDataTextUndated', {
        source: source.name,
        licence: source.licence,
        asOf: source.asOf ?? '',
      })
  return (
    <Card sunken>
      <Title level={2} size="lead">
        {t(isDemonstration ? 'business.demonstrationTitle' : 'business.openDataTitle')}
      </Title>
      <Text size="small">{from}</Text>
      {!isDemonstration && source.url && (
        <TextLink size="small" external label={t('business.source')} href={source.url} />
      )}
    </Card>
  )
}
