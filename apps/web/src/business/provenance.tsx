import { Card } from '@buy-locals/ui/card'
import { Text } from '@buy-locals/ui/text'
import { TextLink } from '@buy-locals/ui/text-link'
import { Title } from '@buy-locals/ui/title'
import { useSay } from '../words/say'
import type { Shown } from './load'

/** Where a listing comes from that no owner wrote, under which licence, and how it is removed. */
export function Provenance({ business, url }: { business: Shown['business']; url: string }) {
  const say = useSay()
  const { source, name } = business
  if (!source) return null
  if (source.kind === 'demonstration') {
    return (
      <Card well>
        <Title level={2} size="lead">
          {say('place.demonstrationTitle')}
        </Title>
        <Text size="small">{say('place.demonstrationWords')}</Text>
      </Card>
    )
  }
  const words = { source: source.name, licence: source.licence, asOf: source.asOf ?? '' }
  const subject = encodeURIComponent(say('place.removeSubject', { name }))
  const body = encodeURIComponent(say('place.removeBody', { url }))
  return (
    <Card well>
      <Title level={2} size="lead">
        {say('place.openDataTitle')}
      </Title>
      <Text size="small">{say(source.asOf ? 'place.openDataWords' : 'place.openDataWordsUndated', words)}</Text>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 20px' }}>
        {source.url && <TextLink size="small" foreign label={say('place.source')} href={source.url} />}
        <TextLink size="small" label={say('site.credits')} href="/credits" />
        <TextLink
          size="small"
          label={say('place.remove')}
          href={`mailto:listings@${new URL(url).hostname}?subject=${subject}&body=${body}`}
        />
      </div>
    </Card>
  )
}
