import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../messages/site-i18n'
import type { BusinessPage } from './load-business'

/** Where a listing that no owner wrote comes from, under which license, and how it is removed. */
export function Provenance({ business, url }: { business: BusinessPage['business']; url: string }) {
  const t = useT()
  const { source, name } = business
  if (!source) return null
  if (source.kind === 'demonstration') {
    return (
      <Card sunken>
        <Title level={2} size="lead">
          {t('place.demonstrationTitle')}
        </Title>
        <Text size="small">{t('place.demonstrationText')}</Text>
      </Card>
    )
  }
  const text = { source: source.name, licence: source.licence, asOf: source.asOf ?? '' }
  const subject = encodeURIComponent(t('place.removeSubject', { name }))
  const body = encodeURIComponent(t('place.removeBody', { url }))
  return (
    <Card sunken>
      <Title level={2} size="lead">
        {t('place.openDataTitle')}
      </Title>
      <Text size="small">{t(source.asOf ? 'place.openDataText' : 'place.openDataTextUndated', text)}</Text>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }}>
        {source.url && <TextLink size="small" external label={t('place.source')} href={source.url} />}
        <TextLink size="small" label={t('site.credits')} href="/credits" />
        <TextLink
          size="small"
          label={t('place.remove')}
          href={`mailto:listings@${new URL(url).hostname}?subject=${subject}&body=${body}`}
        />
      </div>
    </Card>
  )
}
