import { Text, type TextProps } from '../text'
import { radius } from '../theme/theme'
import { themed } from '../theme/themed'
import { Choice } from './choices'
import type { ChoiceProps } from './props'

const useStyles = themed((c) => ({
  tile: {
    flexDirection: 'column',
    alignItems: 'center',
    borderWidth: 1,
    borderStyle: 'solid',
    borderColor: c.edge,
    borderRadius: radius.control,
    backgroundColor: c.surface,
  },
  chosen: { backgroundColor: c.brand, borderColor: c.brand },
  unavailable: { backgroundColor: c.sunken, borderColor: c.line },
}))

type Line = Pick<TextProps, 'size' | 'tone' | 'lines'> & { text: string }

type ChoiceTileProps = Omit<ChoiceProps, 'children'> & { above?: Line; title: Line; note?: Line | undefined }

/** A choice with a border: filled when it is chosen, struck through when it cannot be. */
export function ChoiceTile({ above, title, note, style, ...choice }: ChoiceTileProps) {
  const { chosen, unavailable = false } = choice
  const styles = useStyles()
  const state = [unavailable && styles.unavailable, chosen && styles.chosen]
  const fine = ({ text, tone = 'quiet', lines }: Line) => (
    <Text size="fine" tone={chosen ? 'onBrand' : tone} {...(lines ? { lines } : {})}>
      {text}
    </Text>
  )
  return (
    <Choice {...choice} style={[styles.tile, style, state]}>
      {above && fine(above)}
      <Text
        size={title.size ?? 'body'}
        weight="strong"
        tabular
        tone={chosen ? 'onBrand' : unavailable ? 'quiet' : 'ink'}
        strikethrough={unavailable}
      >
        {title.text}
      </Text>
      {note && fine(note)}
    </Choice>
  )
}
