import { fonts } from '../theme/fonts'
import { look } from '../theme/look'
import { space, type, weight } from '../theme/theme'
import { themed } from '../theme/themed'
import type { FactsProps } from './props'

const useStyles = themed((c) => ({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: space.sm },
  fact: { display: 'flex', flexDirection: 'row', justifyContent: 'space-between', gap: space.lg },
  total: { borderTopWidth: 1, borderStyle: 'solid', borderColor: c.line, paddingTop: space.sm },
  label: { color: c.quiet, fontFamily: fonts.text, fontSize: type.small, lineHeight: 24 },
  value: {
    margin: 0,
    color: c.ink,
    fontFamily: fonts.text,
    fontSize: type.small,
    lineHeight: 24,
    fontWeight: weight.medium,
    textAlign: 'right',
    fontVariant: ['tabular-nums'],
  },
  strong: { color: c.ink, fontSize: type.body, fontWeight: weight.strong },
}))

export function Facts({ facts }: FactsProps) {
  const styles = useStyles()
  return (
    <dl {...look(styles.list)}>
      {facts.map(({ label, value, total }) => (
        <div key={label} {...look(styles.fact, total && styles.total)}>
          <dt {...look(styles.label, total && styles.strong)}>{label}</dt>
          <dd {...look(styles.value, total && styles.strong)}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
