import { ChoiceTile } from './choices/choice-tile'
import { Choices } from './choices/choices'
import { IconButton } from './icon-button'
import { Row, Stack } from './stack'
import { Text } from './text'
import { space } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed(() => ({
  strip: {
    flexDirection: 'row',
    display: 'flex',
    gap: space.sm,
    padding: space.xs,
    marginHorizontal: -space.xs,
    minWidth: 0,
  },
  day: { minWidth: 68, paddingHorizontal: space.xs, flexShrink: 0, paddingVertical: space.sm },
}))

export type Day = {
  id: string
  /** "Fri", "20" and "4 free" or "Full": what is shown. */
  weekday: string
  day: string
  note: string
  /** "Friday, March 20, 4 times free": what a screen reader reads. */
  label: string
  full?: boolean
}

type StripButton = { label: string; onPress: () => void; disabled?: boolean }

export type DateStripProps = {
  label: string
  days: readonly Day[]
  selected: string | undefined
  onSelect: (id: string) => void
  /** "March 2026", above the days. */
  caption?: string
  earlier?: StripButton
  later?: StripButton
}

export function DateStrip({ label, days, selected, onSelect, caption, earlier, later }: DateStripProps) {
  const styles = useStyles()
  const firstFree = days.find((day) => !day.full) ?? days[0]
  return (
    <Stack gap="xs">
      {(caption ?? earlier ?? later) && (
        <Row justify="between">
          <Text weight="strong">{caption}</Text>
          <Row gap="xs">
            {earlier && <IconButton icon="chevron-left" {...earlier} />}
            {later && <IconButton icon="chevron-right" {...later} />}
          </Row>
        </Row>
      )}
      <Choices horizontal label={label} selected={selected} initialFocus={firstFree?.id} style={styles.strip}>
        {days.map((day) => (
          <ChoiceTile
            key={day.id}
            id={day.id}
            label={day.label}
            chosen={day.id === selected}
            unavailable={day.full}
            above={{ text: day.weekday }}
            title={{ text: day.day, size: 'lead' }}
            note={{ text: day.note, tone: day.full ? 'quiet' : 'leaf' }}
            style={styles.day}
            onChoose={onSelect}
          />
        ))}
      </Choices>
    </Stack>
  )
}
