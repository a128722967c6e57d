import { View } from 'react-native'
import { writeFilters } from '@buy-locals/features/place/filters-in-address'
import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Icon } from '@buy-locals/ui/icon'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Press } from '@buy-locals/ui/press'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { radius, space, touchTarget } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { useT } from '../messages/mobile-i18n'

type SearchLinkProps = { filters: SearchFilters; place: string; onFilter: (filters: SearchFilters) => void }

const useStyles = themed((c) => ({
  link: {
    flexGrow: 1,
    flexShrink: 1,
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.sm,
    minHeight: touchTarget,
    paddingHorizontal: space.lg,
    paddingVertical: space.xs,
    borderWidth: 1,
    borderColor: c.edge,
    borderRadius: radius.full,
    backgroundColor: c.surface,
  },
  text: { flexShrink: 1, minWidth: 0 },
}))

/** What is searched for and where; a press changes it, on a screen with room for suggestions above the keyboard. */
export function SearchLink({ filters, place, onFilter }: SearchLinkProps) {
  const t = useT()
  const styles = useStyles()
  const { q } = filters
  return (
    <Row gap="sm">
      <Press href={searchAddress(filters)} style={styles.link}>
        <Icon decorative name="search" color="quiet" />
        <View style={styles.text}>
          <Text tone={q ? 'ink' : 'quiet'} lines={1}>
            {q ?? t('search.what')}
          </Text>
          <Text size="fine" tone="quiet" lines={1}>
            {place}
          </Text>
        </View>
      </Press>
      {q && (
        <IconButton
          icon="x"
          label={t('search.clear', { q })}
          onPress={() => onFilter({ ...filters, q: undefined, exact: undefined })}
        />
      )}
    </Row>
  )
}

function searchAddress(filters: SearchFilters): string {
  const chosen = Object.entries(writeFilters(filters)).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : [],
  )
  return chosen.length ? `/search?${chosen.join('&')}` : '/search'
}
