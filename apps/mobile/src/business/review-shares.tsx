import { View } from 'react-native'
import type { Output } from '@buy-locals/contracts/operation'
import type { listReviews } from '@buy-locals/contracts/review/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { formatMean } from '@buy-locals/features/rating-line'
import { Icon } from '@buy-locals/ui/icon'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { radius, space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'

const useStyles = themed((c) => ({
  line: { flexDirection: 'row', alignItems: 'center', gap: space.sm },
  track: {
    flex: 1,
    flexDirection: 'row',
    height: 8,
    borderRadius: radius.full,
    backgroundColor: c.sunken,
    overflow: 'hidden',
  },
  share: { height: 8, backgroundColor: c.star },
}))

/** The mean, and how many gave each number of stars. */
export function ReviewShares({ rating }: { rating: Output<typeof listReviews>['rating'] }) {
  const i18n = useI18n()
  const t = translatorForFeatures(i18n)
  const styles = useStyles()
  const { mean, count, byStars } = rating
  const shares = byStars.map((many, at) => ({ stars: at + 1, many })).toReversed()
  return (
    <Stack gap="sm">
      <Row gap="sm">
        <Icon decorative name="star" color="star" filled size={24} />
        <Text size="lead" weight="strong">
          {t('business.reviewsOf', { mean: formatMean(i18n, mean), count })}
        </Text>
      </Row>
      {shares.map(({ stars, many }) => (
        <View
          key={stars}
          accessible
          role="img"
          aria-label={t('business.starsCount', { stars, count: many })}
          style={styles.line}
        >
          <Text size="small" tabular>
            {`${stars} ★`}
          </Text>
          <View style={styles.track}>
            <View style={[styles.share, { flexGrow: many }]} />
            <View style={{ flexGrow: count - many }} />
          </View>
          <Text size="small" tabular tone="quiet">
            {many}
          </Text>
        </View>
      ))}
    </Stack>
  )
}
