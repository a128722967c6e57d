import { useId, useState, type FormEvent } from 'react'
import { Form, useFetcher, useNavigate } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Icon } from '@buy-locals/ui/icon'
import { useToast } from '@buy-locals/ui/toast'
import { useT } from '../messages/site-i18n'
import type { loader } from './place-suggestions'
import { rememberSearch } from './recent-searches'
import { searchPath, type Search } from './search'
import { WhatField } from './what-field'
import styles from './search-bar.module.css'

/** What and where, in one line. It is a plain form: it works before any script has loaded. */
export function SearchBar({ search, place }: { search: Search; place: string | undefined }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const id = useId()
  const suggestions = useFetcher<typeof loader>()
  const filters = { category: search.category, open: search.open && '1', on: search.on, part: search.part, rated: search.rated && '1', sort: search.sort } // prettier-ignore
  const remember = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    const q = new FormData(currentTarget).get('q')
    if (typeof q === 'string') rememberSearch(q)
  }
  return (
    <Form action="/" role="search" aria-label={t('home.search')} className={styles.bar} onSubmit={remember}>
      {Object.entries(filters).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      {search.near && <input type="hidden" name="near" value={`${search.near.lat},${search.near.lon}`} />}
      {search.place && <input type="hidden" name="place" value={search.place} />}
      <WhatField search={search} className={styles.field} />
      <label className={styles.field} htmlFor={`${id}w`}>
        <span>{tFeatures('find.where')}</span>
        <input
          id={`${id}w`}
          key={place}
          name="where"
          defaultValue={place}
          placeholder={tFeatures('find.whereExample')}
          list={`${id}l`}
          autoComplete="off"
          onChange={({ target }) => void suggestions.load(`/places?q=${encodeURIComponent(target.value)}`)}
        />
      </label>
      <datalist id={`${id}l`}>
        {suggestions.data?.items.map(({ label }) => (
          <option key={label} value={label}>
            {label}
          </option>
        ))}
      </datalist>
      <Locate search={search} />
      <button type="submit" className={styles.submit} data-press="">
        <Icon decorative name="search" size={20} />
        <span>{t('home.go')}</span>
      </button>
    </Form>
  )
}

function Locate({ search }: { search: Search }) {
  const t = translatorForFeatures(useI18n())
  const showToast = useToast()
  const navigate = useNavigate()
  const [isLocating, setLocating] = useState(false)
  function locate() {
    setLocating(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setLocating(false)
        const near = { lat: coords.latitude, lon: coords.longitude }
        void navigate(searchPath({ ...search, pages: undefined, near, place: undefined, radius: undefined }))
      },
      () => {
        setLocating(false)
        showToast({ tone: 'danger', text: t('find.locateFailed') })
      },
      { timeout: 10_000, maximumAge: 300_000 },
    )
  }
  const label = t(isLocating ? 'find.locating' : 'find.locate')
  return (
    <button
      type="button"
      className={styles.locate}
      data-press=""
      aria-label={label}
      title={label}
      aria-busy={isLocating}
      onClick={locate}
    >
      <Icon decorative name="navigation" size={20} />
    </button>
  )
}
