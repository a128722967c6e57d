import { ScrollView, View } from 'react-native'
import type { Category } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { categoryDrawings } from '@buy-locals/features/place/category-drawing'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Drawing } from '@buy-locals/ui/drawing'
import { Icon } from '@buy-locals/ui/icon'
import { Press } from '@buy-locals/ui/press'
import { Text } from '@buy-locals/ui/text'
import { radius, space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'

type CategoryRailProps = {
  categories: readonly { id: Category; count: number }[]
  filters: SearchFilters
  onFilter: (filters: SearchFilters) => void
}

const side = 64

const useStyles = themed((c) => ({
  category: { width: 84, alignItems: 'center', gap: space.xs, flexDirection: 'column', borderRadius: radius.card },
  picture: {
    width: side,
    height: side,
    borderRadius: radius.card,
    borderWidth: 2,
    borderColor: 'transparent',
    overflow: 'hidden',
    alignItems: 'center',
    justifyContent: 'center',
    backgroundColor: c.sunken,
  },
  chosen: { borderColor: c.brand },
}))

/** The kinds of businesses there are around, the most frequent first. */
export function CategoryRail({ categories, filters, onFilter }: CategoryRailProps) {
  const t = translatorForFeatures(useI18n())
  const styles = useStyles()
  const present = categories.filter(({ count, id }) => count > 0 || id === filters.category)
  const choices = [undefined, ...present.map(({ id }) => id)]
  return (
    <ScrollView
      horizontal
      role="group"
      aria-label={t('find.categories')}
      showsHorizontalScrollIndicator={false}
      contentContainerStyle={railStyle}
    >
      {choices.map((id) => {
        const isChosen = filters.category === id
        return (
          <Press
            key={id ?? 'all'}
            pressed={isChosen}
            style={styles.category}
            onPress={() => onFilter({ ...filters, category: id })}
          >
            <View style={[styles.picture, isChosen && styles.chosen]}>
              {id ? (
                <Drawing kind={categoryDrawings[id]} seed={id} />
              ) : (
                <Icon decorative name="store" size={26} color="brand" />
              )}
            </View>
            <Text size="fine" align="center" lines={2}>
              {id ? t(`category.${id}`) : t('find.all')}
            </Text>
          </Press>
        )
      })}
    </ScrollView>
  )
}

const railStyle = { gap: space.sm } as const
