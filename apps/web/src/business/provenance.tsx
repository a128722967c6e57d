import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import type { BusinessPage } from './load-business'

/** Where a listing that no owner wrote comes from, and under which license. */
export function Provenance({ business }: { business: BusinessPage['business'] }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { source } = business
  if (!source) return null
  if (source.kind === 'demonstration') {
    return (
      <Card sunken>
        <Title level={2} size="lead">
          {tFeatures('business.demonstrationTitle')}
        </Title>
        <Text size="small">{tFeatures('business.demonstrationText')}</Text>
      </Card>
    )
  }
  const text = { source: source.name, licence: source.licence, asOf: source.asOf ?? '' }
  return (
    <Card sunken>
      <Title level={2} size="lead">
        {tFeatures('business.openDataTitle')}
      </Title>
      <Text size="small">
        {tFeatures(source.asOf ? 'business.openDataText' : 'business.openDataTextUndated', text)}
      </Text>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }}>
        {source.url && <TextLink size="small" external label={tFeatures('business.source')} href={source.url} />}
        <TextLink size="small" label={t('site.credits')} href="/credits" />
      </div>
    </Card>
  )
}
