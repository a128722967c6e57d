import { useId } from 'react'
import { useNavigate } from 'react-router'
import { toLocalDate } from '@buy-locals/features/time/dates'
import { FilterChip } from '@buy-locals/ui/chip'
import { useT } from '../messages/site-i18n'
import { searchPath, type Search } from './search'
import styles from './filters.module.css'

type FiltersProps = { search: Search; timeZone: string; now: string; onChoose(search: Search): void }

/** Each filter is a link to the list with it on or off. */
export function Filters({ search, timeZone, now, onChoose }: FiltersProps) {
  const t = useT()
  const today = toLocalDate(now, timeZone)
  const linkWith = (changes: Partial<Search>) => searchPath({ ...search, pages: undefined, ...changes })
  const isNearest = search.sort === 'distance'
  return (
    <nav aria-label={t('home.filters')} className={styles.filters} data-scroll="">
      <FilterChip
        label={t('home.openNow')}
        icon="clock"
        selected={search.open}
        href={linkWith({ open: !search.open })}
      />
      <FilterChip
        label={t('home.bookableToday')}
        icon="calendar-check"
        selected={search.on === today}
        href={linkWith({ on: search.on === today ? undefined : today })}
      />
      <FreeOnDate search={search} today={today} onChoose={onChoose} />
      <FilterChip
        label={t('home.rated')}
        icon="star"
        selected={search.rated}
        href={linkWith({ rated: !search.rated })}
      />
      <FilterChip
        label={t('home.nearest')}
        icon="navigation"
        selected={isNearest}
        href={linkWith({ sort: isNearest ? undefined : 'distance' })}
      />
    </nav>
  )
}

function FreeOnDate({ search, today, onChoose }: { search: Search; today: string; onChoose(search: Search): void }) {
  const t = useT()
  const id = useId()
  const navigate = useNavigate()
  const on = search.on === today ? '' : (search.on ?? '')
  return (
    <label className={styles.date} htmlFor={id} data-on={on ? '' : undefined}>
      <span>{t('home.bookableOn')}</span>
      <input
        id={id}
        type="date"
        min={today}
        value={on}
        onChange={({ target }) => {
          const chosen = { ...search, pages: undefined, on: target.value || undefined }
          onChoose(chosen)
          void navigate(searchPath(chosen))
        }}
      />
    </label>
  )
}
