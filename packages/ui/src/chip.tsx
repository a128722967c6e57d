import { View } from 'react-native'
import { Icon } from './icon/icon'
import type { IconName } from './icon/props'
import { Press } from './press/press'
import type { PressAction } from './press/props'
import { Text } from './text'
import { fitContent } from './theme/platform'
import { radius, space, touchTarget } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  chip: {
    flexDirection: 'row',
    alignItems: 'center',
    ...fitContent,
    gap: 6,
    borderRadius: radius.full,
    paddingHorizontal: space.md,
    paddingVertical: space.xs,
    backgroundColor: c.sunken,
  },
  filter: {
    minHeight: touchTarget,
    paddingHorizontal: space.lg,
    borderWidth: 1,
    borderColor: c.edge,
    backgroundColor: c.surface,
  },
  on: { backgroundColor: c.ink, borderColor: c.ink },
}))

export type ChipProps = { label: string; icon?: IconName }

export function Chip({ label, icon }: ChipProps) {
  return (
    <View style={useStyles().chip}>
      {icon && <Icon decorative name={icon} size={16} color="quiet" />}
      <Text size="small">{label}</Text>
    </View>
  )
}

export type FilterChipProps = PressAction & ChipProps & { selected: boolean; count?: number | undefined }

/** A filter that is on or off. As a link it works before the scripts have loaded. */
export function FilterChip({ label, icon, selected, count, ...action }: FilterChipProps) {
  const styles = useStyles()
  const shown = selected ? 'page' : 'ink'
  const state = 'href' in action ? { current: selected } : { pressed: selected }
  return (
    <Press {...action} {...state} style={[styles.chip, styles.filter, selected && styles.on]}>
      {selected && <Icon decorative name="check" size={18} color={shown} />}
      {icon && !selected && <Icon decorative name={icon} size={18} color={shown} />}
      <Text size="small" weight="medium" tone={shown}>
        {label}
      </Text>
      {count !== undefined && (
        <Text size="fine" tabular tone={selected ? 'page' : 'quiet'}>
          {count}
        </Text>
      )}
    </Press>
  )
}
