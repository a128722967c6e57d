import { View } from 'react-native'
import { ChoiceTile } from './choices/choice-tile'
import { Choices } from './choices/choices'
import { Text } from './text'
import { space, touchTarget } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed(() => ({
  groups: { gap: space.xl, display: 'flex', flexDirection: 'column' },
  group: { gap: space.sm },
  times: { flexDirection: 'row', flexWrap: 'wrap', gap: space.sm },
  time: {
    minWidth: 112,
    minHeight: touchTarget + 4,
    justifyContent: 'center',
    paddingVertical: space.sm,
    paddingHorizontal: space.md,
  },
}))

export type Slot = {
  id: string
  /** "09:30" */
  time: string
  /** "3 seats left" or a price, below the time. */
  note?: string
  /** "Friday, March 20 at 9:30 AM, 3 seats left": what a screen reader reads. */
  label: string
  taken?: boolean
}

/** The times of a part of the day, like "Morning". */
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
  const firstFree = slots.find((slot) => !slot.taken) ?? slots[0]
  const shownSelected = slots.some((slot) => slot.id === selected) ? selected : undefined
  return (
    <Choices label={label} selected={shownSelected} initialFocus={firstFree?.id} style={styles.groups}>
      {groups.map((group) => (
        <View key={group.label} role="group" aria-label={group.label} style={styles.group}>
          <Text size="small" weight="strong" tone="quiet">
            {group.label}
          </Text>
          <View style={styles.times}>
            {group.slots.map(({ id, time, note, label: slotLabel, taken }) => (
              <ChoiceTile
                key={id}
                id={id}
                label={slotLabel}
                chosen={id === selected}
                unavailable={taken}
                title={{ text: time }}
                note={note === undefined ? undefined : { text: note }}
                style={styles.time}
                onChoose={onSelect}
              />
            ))}
          </View>
        </View>
      ))}
    </Choices>
  )
}
