import { IconButton } from './icon-button'
import { Choice, Choices } from './choices/choices'
import { Row, Stack } from './stack'
import { Text } from './text'
import { radius, space } from './theme/theme'
import { themed } from './theme/themed'

const useStyles = themed((c) => ({
  strip: {
    flexDirection: 'row',
    display: 'flex',
    gap: space.sm,
    padding: space.xs,
    marginHorizontal: -space.xs,
    minWidth: 0,
  },
  day: {
    width: 68,
    flexShrink: 0,
    flexDirection: 'column',
    alignItems: 'center',
    paddingVertical: space.sm,
    borderWidth: 1,
    borderStyle: 'solid',
    borderColor: c.edge,
    borderRadius: radius.control,
    backgroundColor: c.surface,
  },
  chosen: { backgroundColor: c.brand, borderColor: c.brand },
  full: { backgroundColor: c.sunken, borderColor: c.line },
}))

export type Day = {
  id: string
  /** "Fri", "20" and "4 free" or "Full" as they are shown. */
  weekday: string
  day: string
  note: string
  /** "Friday 20 March, 4 times free" as it is read. */
  label: string
  full?: boolean
}

type Turn = { label: string; onPress: () => void; disabled?: boolean }

export type DateStripProps = {
  label: string
  days: readonly Day[]
  selected: string | undefined
  onSelect: (id: string) => void
  /** "March 2026", above the days. */
  caption?: string
  earlier?: Turn
  later?: Turn
}

export function DateStrip({ label, days, selected, onSelect, caption, earlier, later }: DateStripProps) {
  const styles = useStyles()
  const first = days.find((day) => !day.full)?.id ?? days[0]?.id
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
      <Choices horizontal label={label} selected={selected} initialFocus={first} style={styles.strip}>
        {days.map((day) => (
          <StripDay key={day.id} day={day} chosen={day.id === selected} onSelect={onSelect} />
        ))}
      </Choices>
    </Stack>
  )
}

function StripDay({ day, chosen, onSelect }: { day: Day; chosen: boolean; onSelect: (id: string) => void }) {
  const styles = useStyles()
  const tone = chosen ? 'onBrand' : day.full ? 'quiet' : 'ink'
  return (
    <Choice
      id={day.id}
      label={day.label}
      chosen={chosen}
      unavailable={day.full}
      style={[styles.day, day.full && styles.full, chosen && styles.chosen]}
      onChoose={onSelect}
    >
      <Text size="fine" tone={chosen ? 'onBrand' : 'quiet'}>
        {day.weekday}
      </Text>
      <Text size="lead" weight="strong" tabular tone={tone} strikethrough={day.full ?? false}>
        {day.day}
      </Text>
      <Text size="fine" tone={chosen ? 'onBrand' : day.full ? 'quiet' : 'leaf'} lines={1}>
        {day.note}
      </Text>
    </Choice>
  )
}
