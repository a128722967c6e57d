import { Link } from 'react-router'
import { Icon } from '@buy-locals/ui/icon'
import type { IconName } from '@buy-locals/ui/icon-name'
import type { Colors } from '@buy-locals/ui/theme'
import styles from './entry-card.module.css'
import type { EntryWords } from './entry-words'
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
  words: EntryWords
  /** How many lines of text there is room for. */
  lines: 1 | 2 | 3
  who?: string | undefined
}

/** A booking, a class or a blocked time: its state is a word, a colour and a shape. */
export function EntryCard({ entry, words, lines, who }: CardProps) {
  const look = lookOf(entry)
  const { icon, color } = looks[look]
  const detail = [words.detail, who].filter(Boolean).join(' · ')
  const small = [lines === 2 && detail, words.state].filter(Boolean).join(' · ')
  return (
    <Link to={words.path} aria-label={words.name} title={words.name} className={styles.card} data-look={look}>
      <span className={styles.line}>
        <span className={styles.time}>{words.span}</span>
        <span className={styles.title}>{words.title}</span>
        <Icon beside="words" name={icon} color={color} size={16} />
      </span>
      {lines === 3 && detail && <span className={styles.detail}>{detail}</span>}
      {lines > 1 && small && <span className={styles.state}>{small}</span>}
    </Link>
  )
}
