import type { SearchFilters } from '@buy-locals/features/place/search-query'
import { Icon } from '@buy-locals/ui/icon'
import { IconButton } from '@buy-locals/ui/icon-button'
import { Press } from '@buy-locals/ui/press'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { radius, space, touchTarget } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { useT } from '../messages/mobile-i18n'

type SearchLinkProps = { filters: SearchFilters; onFilter: (filters: SearchFilters) => void }

const useStyles = themed((c) => ({
  link: {
    flexGrow: 1,
    flexShrink: 1,
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.sm,
    minHeight: touchTarget,
    paddingHorizontal: space.lg,
    borderWidth: 1,
    borderColor: c.edge,
    borderRadius: radius.full,
    backgroundColor: c.surface,
  },
}))

/** What is searched for; a press changes it, on a screen with room for suggestions above the keyboard. */
export function SearchLink({ filters, onFilter }: SearchLinkProps) {
  const t = useT()
  const styles = useStyles()
  const { q } = filters
  return (
    <Row gap="sm">
      <Press href={q ? `/search?q=${encodeURIComponent(q)}` : '/search'} style={styles.link}>
        <Icon decorative name="search" color="quiet" />
        <Text tone={q ? 'ink' : 'quiet'} lines={1}>
          {q ?? t('search.what')}
        </Text>
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
