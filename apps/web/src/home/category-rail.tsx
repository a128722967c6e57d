import type { Category } from '@buy-locals/contracts/business/shapes'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Drawing } from '@buy-locals/ui/drawing'
import { Icon } from '@buy-locals/ui/icon'
import { SiteLink } from '../site/anchor'
import { searchPath, type Search } from './search'
import styles from './category-rail.module.css'

type CategoryCount = { id: Category; count: number }

/** The kinds of businesses there are around, the most frequent first. */
export function CategoryRail({ search, categories }: { search: Search; categories: readonly CategoryCount[] }) {
  const t = translatorForFeatures(useI18n())
  const present = categories.filter(({ count, id }) => count > 0 || id === search.category)
  return (
    <nav aria-label={t('find.categories')} className={styles.rail} data-scroll="">
      <SiteLink
        className={styles.category}
        preventScrollReset
        to={searchPath({ ...search, pages: undefined, category: undefined })}
        aria-current={search.category ? undefined : 'true'}
      >
        <span className={styles.picture}>
          <Icon decorative name="store" size={26} color="brand" />
        </span>
        <span>{t('find.all')}</span>
      </SiteLink>
      {present.map(({ id }) => (
        <SiteLink
          key={id}
          className={styles.category}
          preventScrollReset
          to={searchPath({ ...search, pages: undefined, category: id })}
          aria-current={search.category === id ? 'true' : undefined}
        >
          <span className={styles.picture}>
            <Drawing kind={categoryDrawings[id]} seed={id} />
          </span>
          <span>{t(`category.${id}`)}</span>
        </SiteLink>
      ))}
    </nav>
  )
}
