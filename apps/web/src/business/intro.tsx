import { photoSources } from '@buy-locals/features/place/photo-sources'
import { describeBusiness, firstCategory } from '@buy-locals/features/place/about'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import { OpenState } from '@buy-locals/features/open-state'
import { RatingLine } from '@buy-locals/features/rating-line'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Badge } from '@buy-locals/ui/badge'
import { Drawing } from '@buy-locals/ui/drawing'
import { Photo } from '@buy-locals/ui/photo'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import type { BusinessPage } from './load-business'
import styles from './intro.module.css'

/** The shop window: its picture, its name, whether it is open. */
export function Intro({ page: { business, now } }: { page: BusinessPage }) {
  const i18n = useI18n()
  const [photo] = business.photos
  return (
    <div className={styles.intro}>
      <div className={styles.picture}>
        <Photo
          priority
          ratio={3 / 2}
          src={photo?.url}
          {...(photo && photoSources(photo))}
          sizes="(min-width: 900px) 440px, 100vw"
          alt={photo?.alt ?? ''}
          fallback={<Drawing kind={categoryDrawings[firstCategory(business)]} seed={business.id} />}
        />
      </div>
      <Stack gap="md">
        <Title level={1} size="display">
          {business.name}
        </Title>
        <Text tone="quiet">{describeBusiness(i18n, business, business.address.city)}</Text>
        <Row wrap gap="lg">
          <RatingLine rating={business.rating} />
          <OpenState open={business.open} timeZone={business.timeZone} now={now} />
          {business.source?.kind === 'demonstration' && (
            <Badge tone="info" icon="tag" label={translatorForFeatures(i18n)('place.demonstration')} />
          )}
        </Row>
        {business.description && <Text>{business.description}</Text>}
      </Stack>
    </div>
  )
}
