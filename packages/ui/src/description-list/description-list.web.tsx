import type { ReactNode } from 'react'
import { fonts } from '../theme/platform'
import { domStyle } from '../theme/dom-style'
import { space, fontSizes, fontWeights } from '../theme/theme'
import { themed } from '../theme/themed'
import type { DescriptionListProps } from './props'

const useStyles = themed((c) => ({
  list: { margin: 0, display: 'flex', flexDirection: 'column', gap: space.sm },
  line: { display: 'flex', flexDirection: 'row', justifyContent: 'space-between', gap: space.lg },
  total: { borderTopWidth: 1, borderStyle: 'solid', borderColor: c.line, paddingTop: space.sm },
  label: {
    flexShrink: 0,
    color: c.quiet,
    fontFamily: fonts.text,
    fontSize: fontSizes.small,
    lineHeight: 24,
  },
  value: {
    margin: 0,
    minWidth: 0,
    color: c.ink,
    fontFamily: fonts.text,
    fontSize: fontSizes.small,
    lineHeight: 24,
    fontWeight: fontWeights.medium,
    textAlign: 'right',
    fontVariant: ['tabular-nums'],
  },
  besideText: { maxWidth: '45%' },
  besideFigure: { flexShrink: 1 },
  figure: { flexShrink: 0 },
  /** One line stands at the end; several are read from their start. */
  lines: { display: 'inline-block' as 'flex', textAlign: 'left' },
  strong: { color: c.ink, fontSize: fontSizes.body, fontWeight: fontWeights.strong },
}))

/** An amount or the like leaves its label all else of the line. */
const isFigure = (value: ReactNode) => typeof value === 'number' || (typeof value === 'string' && value.length <= 12)

export function DescriptionList({ items }: DescriptionListProps) {
  const styles = useStyles()
  return (
    <dl {...domStyle(styles.list)}>
      {items.map(({ label, value, total }, nth) => (
        <div key={`${nth} ${label}`} {...domStyle(styles.line, total && styles.total)}>
          <dt
            {...domStyle(
              styles.label,
              isFigure(value) ? styles.besideFigure : styles.besideText,
              total && styles.strong,
            )}
          >
            {label}
          </dt>
          <dd {...domStyle(styles.value, isFigure(value) && styles.figure, total && styles.strong)}>
            <span {...domStyle(styles.lines)} style={{ overflowWrap: 'anywhere' }}>
              {value}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
