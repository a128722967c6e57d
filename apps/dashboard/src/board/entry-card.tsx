import { Link } from 'react-router'
import { Icon } from '@buy-locals/ui/icon'
import type { IconName } from '@buy-locals/ui/icon-name'
import type { Colors } from '@buy-locals/ui/theme'
import styles from './entry-card.module.css'
import type { EntryText } from './entry-text'
import type { Entry } from './entries'

const looks = {
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

const lookOf = (entry: Entry) => (entry.kind === 'booking' ? entry.booking.status : entry.kind)

type CardProps = {
  entry: Entry
  text: EntryText
  /** How many lines of text there is room for. */
  lines: 1 | 2 | 3
  who: string
  /** Where the column does not say whose it is. */
  showsWho?: boolean
}

/** A booking, a class or a blocked time: its state is a word, a colour and a shape. What has no room is still read. */
export function EntryCard({ entry, text, lines, who, showsWho }: CardProps) {
  const look = lookOf(entry)
  const { icon, color } = looks[look]
  const { span, title, detail, state, path } = text
  const hiddenIf = (hidden: boolean, style: string | undefined) => (hidden ? styles.hidden : style)
  return (
    <Link to={path} title={[span, title, detail].join(' ')} className={styles.card} data-look={look}>
      <span className={styles.line}>
        <span className={styles.time}>{span}</span>
        <span className={styles.title}>{title}</span>
        <Icon decorative name={icon} color={color} size={16} />
      </span>
      <span className={hiddenIf(lines === 1, lines === 3 ? styles.detail : styles.state)}>
        {[detail, showsWho && who, lines === 2 && state].filter(Boolean).join(' · ')}
      </span>
      {lines !== 2 && <span className={hiddenIf(lines === 1, styles.state)}>{state}</span>}
      {!showsWho && <span className={styles.hidden}>{who}</span>}
    </Link>
  )
}
