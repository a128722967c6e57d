import { useId } from 'react'
import { useNavigate } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { chooseDay, listParts } from '@buy-locals/features/place/parts-of-day'
import { addDays, toLocalDate } from '@buy-locals/features/time/dates'
import { FilterChip } from '@buy-locals/ui/chip'
import { useT } from '../messages/site-i18n'
import { searchPath, type Search } from './search'
import styles from './filters.module.css'

type FiltersProps = { search: Search; timeZone: string; now: string; onChoose(search: Search): void }

/** Each filter is a link to the list with it on or off. The parts of a day have a line of their own: on a phone the others are scrolled sideways. */
export function Filters({ search, timeZone, now, onChoose }: FiltersProps) {
  const t = translatorForFeatures(useI18n())
  const today = toLocalDate(now, timeZone)
  const linkWith = (changes: Partial<Search>) => searchPath({ ...search, pages: undefined, ...changes })
  const tomorrow = addDays(today, 1)
  const isNearest = search.sort === 'distance'
  const toggleDay = (date: string) => linkWith(chooseDay(search, search.on === date ? undefined : date, timeZone, now))
  return (
    <nav aria-label={t('find.filters')} className={styles.filters}>
      <div className={styles.chips} data-scroll="">
        <FilterChip
          label={t('find.openNow')}
          icon="clock"
          selected={search.open}
          href={linkWith({ open: !search.open })}
        />
        <FilterChip
          label={t('find.bookableToday')}
          icon="calendar-check"
          selected={search.on === today}
          href={toggleDay(today)}
        />
        <FilterChip label={t('find.bookableTomorrow')} selected={search.on === tomorrow} href={toggleDay(tomorrow)} />
        <FreeOnDate search={search} near={[today, tomorrow]} onChoose={onChoose} />
        <FilterChip
          label={t('find.rated')}
          icon="star"
          selected={search.rated}
          href={linkWith({ rated: !search.rated })}
        />
        <FilterChip
          label={t('find.nearest')}
          icon="navigation"
          selected={isNearest}
          href={linkWith({ sort: isNearest ? undefined : 'distance' })}
        />
      </div>
      {search.on && (
        <div role="group" aria-label={t('find.timeOfDay')} className={styles.chips}>
          {listParts(search.on, timeZone, now).map((part) => (
            <FilterChip
              key={part}
              label={t(`time.${part}`)}
              selected={search.part === part}
              href={linkWith({ part: search.part === part ? undefined : part })}
            />
          ))}
        </div>
      )}
    </nav>
  )
}

type FreeOnDateProps = { search: Search; near: [today: string, tomorrow: string]; onChoose(search: Search): void }

/** Any other day. Without scripts the date is sent by a button of its own. */
function FreeOnDate({ search, near, onChoose }: FreeOnDateProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const id = useId()
  const navigate = useNavigate()
  const on = search.on && !near.includes(search.on) ? search.on : ''
  const others = [...new URLSearchParams(searchPath({ ...search, pages: undefined, on: undefined }).slice(2))]
  return (
    <form action="/">
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label className={styles.date} htmlFor={id} data-on={on ? '' : undefined}>
        <span>{tFeatures('find.bookableOn')}</span>
        <input
          id={id}
          type="date"
          name="on"
          min={near[0]}
          value={on}
          onChange={({ target }) => {
            const chosen = { ...search, pages: undefined, on: target.value || undefined }
            onChoose(chosen)
            void navigate(searchPath(chosen))
          }}
        />
        <noscript>
          <button type="submit">{t('home.go')}</button>
        </noscript>
      </label>
    </form>
  )
}
