import { View } from 'react-native'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Icon } from '@buy-locals/ui/icon'
import { Press } from '@buy-locals/ui/press'
import { Text } from '@buy-locals/ui/text'
import { radius, space, touchTarget } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'

const useStyles = themed((c) => ({
  place: { position: 'absolute', bottom: space.lg, left: 0, right: 0, alignItems: 'center' },
  button: {
    flexDirection: 'row',
    alignItems: 'center',
    gap: space.sm,
    minHeight: touchTarget,
    paddingHorizontal: space.xl,
    borderRadius: radius.full,
    backgroundColor: c.ink,
    boxShadow: `0 2px 12px ${c.shadow}`,
  },
}))

/** Turns the list over to the map, within the thumb's reach. */
export function MapSwitch({ isMapOpen, onSwitch }: { isMapOpen: boolean; onSwitch: (isOpen: boolean) => void }) {
  const t = translatorForFeatures(useI18n())
  const styles = useStyles()
  return (
    <View pointerEvents="box-none" style={styles.place}>
      <Press style={styles.button} onPress={() => onSwitch(!isMapOpen)}>
        <Icon decorative name={isMapOpen ? 'list' : 'map'} color="page" />
        <Text tone="page" weight="strong">
          {t(isMapOpen ? 'find.showList' : 'find.showMap')}
        </Text>
      </Press>
    </View>
  )
}
