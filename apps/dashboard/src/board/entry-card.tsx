import { Link } from 'react-router'
import { Icon } from '@buy-locals/ui/icon'
import type { IconName } from '@buy-locals/ui/icon-name'
import type { Colors } from '@buy-locals/ui/theme'
import styles from './entry-card.module.css'
import type { EntryText } from './entry-text'
import type { Entry } from './entries'

const appearances = {
  held: { icon: 'hourglass', color: 'sun' },
  pending: { icon: 'clock', color: 'sun' },
  confirmed: { icon: 'calendar-check', color: 'leaf' },
  completed: { icon: 'check', color: 'quiet' },
  'no-show': { icon: 'calendar-x', color: 'danger' },
  cancelled: { icon: 'x', color: 'danger' },
  expired: { icon: 'x', color: 'quiet' },
  group: { icon: 'users', color: 'leaf' },
  block: { icon: 'lock', color: 'quiet' },
} as const satisfies Record<string, { icon: IconName; color: keyof Colors }>

function stateOf(entry: Entry) {
  if (entry.kind === 'booking') return entry.booking.status
  return entry.kind === 'move' ? 'held' : entry.kind
}

type CardProps = {
  entry: Entry
  text: EntryText
  /** How many lines of text there is room for. */
  lines: 1 | 2 | 3
  columnName: string
  /** Where the entry is not shown in its column. */
  showsColumn?: boolean
}

/** A booking, a group session or a blocked time. Its state is a word, a color and a shape; text without room is still there for screen readers. */
export function EntryCard({ entry, text, lines, columnName, showsColumn }: CardProps) {
  const state = stateOf(entry)
  const { icon, color } = appearances[state]
  const { span, title, detail, stateText, path, unread } = text
  const hiddenIf = (hidden: boolean, style: string | undefined) => (hidden ? styles.hidden : style)
  return (
    <Link to={path} title={[span, title, detail].join(' ')} className={styles.card} data-state={state}>
      <span className={styles.line}>
        <span className={styles.time}>{span}</span>
        <span className={styles.title}>{title}</span>
        {unread && <Icon label={unread} name="message-circle" color="brand" size={16} />}
        <Icon decorative name={icon} color={color} size={16} />
      </span>
      <span className={hiddenIf(lines === 1, lines === 3 ? styles.detail : styles.state)}>
        {[detail, showsColumn && columnName, lines === 2 && stateText].filter(Boolean).join(' · ')}
      </span>
      {lines !== 2 && <span className={hiddenIf(lines === 1, styles.state)}>{stateText}</span>}
      {!showsColumn && <span className={styles.hidden}>{columnName}</span>}
    </Link>
  )
}
