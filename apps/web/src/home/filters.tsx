import { useId } from 'react'
import { useNavigate } from 'react-router'
import { partsOfDay, type PartOfDay } from '@buy-locals/contracts/business/shapes'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { addDays, toLocalDate, toLocalHour } from '@buy-locals/features/time/dates'
import { FilterChip } from '@buy-locals/ui/chip'
import { useT } from '../messages/site-i18n'
import { searchPath, type Search } from './search'
import styles from './filters.module.css'

type FiltersProps = { search: Search; timeZone: string; now: string; onChoose(search: Search): void }

/** Each filter is a link to the list with it on or off. The parts of a day have a line of their own: on a phone the others are scrolled sideways. */
export function Filters({ search, timeZone, now, onChoose }: FiltersProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const today = toLocalDate(now, timeZone)
  const nowAt = { date: today, hour: toLocalHour(now, timeZone) }
  const linkWith = (changes: Partial<Search>) => searchPath({ ...search, pages: undefined, ...changes })
  const tomorrow = addDays(today, 1)
  const isNearest = search.sort === 'distance'
  const toggleDay = (date: string) =>
    linkWith(
      search.on === date ? { on: undefined, part: undefined } : { on: date, part: keptPart(search, date, nowAt) },
    )
  return (
    <nav aria-label={t('home.filters')} className={styles.filters}>
      <div className={styles.chips} data-scroll="">
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
          href={toggleDay(today)}
        />
        <FilterChip label={t('home.bookableTomorrow')} selected={search.on === tomorrow} href={toggleDay(tomorrow)} />
        <FreeOnDate search={search} near={[today, tomorrow]} onChoose={onChoose} />
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
      </div>
      {search.on && (
        <div role="group" aria-label={t('home.timeOfDay')} className={styles.chips}>
          {listParts(search.on, nowAt).map((part) => (
            <FilterChip
              key={part}
              label={tFeatures(`time.${part}`)}
              selected={search.part === part}
              href={linkWith({ part: search.part === part ? undefined : part })}
            />
          ))}
        </div>
      )}
    </nav>
  )
}

type LocalHour = { date: string; hour: number }
const endOf: Record<PartOfDay, number> = { morning: 12, afternoon: 17, evening: 24 }

/** Those that are not over. */
const listParts = (on: string, { date, hour }: LocalHour): PartOfDay[] =>
  partsOfDay.filter((part) => on > date || (on === date && hour < endOf[part]))

/** On another day the same part of it, unless that is over. */
const keptPart = ({ part }: Search, on: string, now: LocalHour) => listParts(on, now).find((other) => other === part)

type FreeOnDateProps = { search: Search; near: [today: string, tomorrow: string]; onChoose(search: Search): void }

/** Any other day. Without scripts the date is sent by a button of its own. */
function FreeOnDate({ search, near, onChoose }: FreeOnDateProps) {
  const t = useT()
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
        <span>{t('home.bookableOn')}</span>
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
