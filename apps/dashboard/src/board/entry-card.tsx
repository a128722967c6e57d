import { Link } from 'react-router'
import { entryAppearances, stateOf } from '@buy-locals/features/board/entry-appearance'
import type { EntryText } from '@buy-locals/features/board/entry-text'
import { Icon } from '@buy-locals/ui/icon'
import type { Entry } from '@buy-locals/features/board/entries'
import styles from './entry-card.module.css'

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
  const { icon, color } = entryAppearances[state]
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
