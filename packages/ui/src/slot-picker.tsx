import { View } from 'react-native'
import { Choice, Choices } from './choices/choices'
import { Text } from './text'
import { radius, space, touchTarget } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  groups: { gap: space.xl, display: 'flex', flexDirection: 'column' },
  group: { gap: space.sm },
  times: { flexDirection: 'row', flexWrap: 'wrap', gap: space.sm },
  time: {
    minWidth: 112,
    minHeight: touchTarget + 4,
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    paddingVertical: space.sm,
    paddingHorizontal: space.md,
    borderWidth: 1,
    borderStyle: 'solid',
    borderColor: c.edge,
    borderRadius: radius.control,
    backgroundColor: c.surface,
  },
  chosen: { backgroundColor: c.brand, borderColor: c.brand },
  taken: { backgroundColor: c.sunken, borderColor: c.line },
}))

export type Slot = {
  id: string
  /** "09:30" as it is shown. */
  time: string
  /** "3 seats left" or a price; stands below the time. */
  note?: string
  /** "Friday 20 March, 09:30, 3 seats left" as it is read. */
  label: string
  taken?: boolean
}

/** "Morning" and its times. */
export type SlotGroup = { label: string; slots: readonly Slot[] }

export type SlotPickerProps = {
  label: string
  groups: readonly SlotGroup[]
  selected: string | undefined
  onSelect: (id: string) => void
}

export function SlotPicker({ label, groups, selected, onSelect }: SlotPickerProps) {
  const styles = useStyles()
  const slots = groups.flatMap((group) => group.slots)
  const first = slots.find((slot) => !slot.taken)?.id ?? slots[0]?.id
  const present = slots.some((slot) => slot.id === selected) ? selected : undefined
  return (
    <Choices label={label} selected={present} initialFocus={first} style={styles.groups}>
      {groups.map((group) => (
        <View key={group.label} role="group" aria-label={group.label} style={styles.group}>
          <Text size="small" weight="strong" tone="quiet">
            {group.label}
          </Text>
          <View style={styles.times}>
            {group.slots.map((slot) => (
              <Time key={slot.id} slot={slot} chosen={slot.id === selected} onSelect={onSelect} />
            ))}
          </View>
        </View>
      ))}
    </Choices>
  )
}

function Time({ slot, chosen, onSelect }: { slot: Slot; chosen: boolean; onSelect: (id: string) => void }) {
  const styles = useStyles()
  const tone = chosen ? 'onBrand' : slot.taken ? 'quiet' : 'ink'
  return (
    <Choice
      id={slot.id}
      label={slot.label}
      chosen={chosen}
      unavailable={slot.taken}
      style={[styles.time, slot.taken && styles.taken, chosen && styles.chosen]}
      onChoose={onSelect}
    >
      <Text weight="strong" tabular tone={tone} strikethrough={slot.taken ?? false}>
        {slot.time}
      </Text>
      {slot.note && (
        <Text size="fine" tone={chosen ? 'onBrand' : 'quiet'}>
          {slot.note}
        </Text>
      )}
    </Choice>
  )
}
