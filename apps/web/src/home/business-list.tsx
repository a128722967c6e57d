import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { countClaimed, type Listing } from '@buy-locals/features/place/listings'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { BusinessCard } from './business-card'
import type { Found } from './load-home'
import styles from './explore.module.css'

type BusinessListProps = Pick<Found, 'items' | 'timeZone' | 'now'> & {
  /** On the map. */
  chosenId: string | undefined
  onPoint(id: string | undefined): void
}

/** Those that nobody here looks after stand at the end, under their own heading. */
export function BusinessList({ items, chosenId, ...card }: BusinessListProps) {
  const t = translatorForFeatures(useI18n())
  const end = countClaimed(items)
  const [ours, others] = [items.slice(0, end), items.slice(end)]
  const toCard = (item: Listing, first: boolean, level: 2 | 3) => (
    <BusinessCard
      key={item.id}
      business={item}
      number={items.indexOf(item) + 1}
      chosen={item.id === chosenId}
      first={first}
      level={level}
      {...card}
    />
  )
  return (
    <>
      {ours.length > 0 && (
        <ul className={styles.cards} aria-label={t('find.list')}>
          {ours.map((item, at) => toCard(item, at < 2, 2))}
        </ul>
      )}
      {others.length > 0 && (
        <section aria-label={t('find.notYet')} className={styles.others}>
          <Title level={2} size="lead">
            {t('find.notYet')}
          </Title>
          <Text size="small" tone="quiet">
            {t('find.notYetText')}
          </Text>
          <ul className={styles.cards} aria-label={t('find.notYet')}>
            {others.map((item, at) => toCard(item, end === 0 && at < 2, 3))}
          </ul>
        </section>
      )}
    </>
  )
}
