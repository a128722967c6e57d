import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useFetcher, useNavigate } from 'react-router'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Icon } from '@buy-locals/ui/icon'
import type { IconName } from '@buy-locals/ui/icon-name'
import { VisuallyHidden } from '@buy-locals/ui/visually-hidden'
import { useT } from '../messages/site-i18n'
import { forgetSearches, readRecentSearches, rememberSearch } from './recent-searches'
import { searchPath, type Search } from './search'
import type { loader, Suggestion } from './search-suggestions'
import styles from './what-field.module.css'

type Option = { key: string; icon: IconName; label: string; note?: string; choose(): void }

const pauseMs = 120

/** What somebody looks for. Before the scripts are there it is a plain field; then it suggests while one types. */
export function WhatField({ search, className }: { search: Search; className: string | undefined }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const { suggest, options } = useOptions(search, () => setOpen(false))
  const isShown = isOpen && options.length > 0

  function press(event: KeyboardEvent) {
    const { key } = event
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const count = options.length + 1 // the last place is the field itself
      setActive((active) => ((active + 1 + (key === 'ArrowDown' ? 1 : -1) + count) % count) - 1)
    } else if (key === 'Enter' && isShown && active >= 0) {
      event.preventDefault()
      options[active]?.choose()
    } else if (key === 'Escape' && isShown) {
      event.preventDefault()
      setOpen(false)
      setActive(-1)
    }
  }

  return (
    <>
      <label className={className} htmlFor={`${id}q`}>
        <span>{t('home.what')}</span>
        <input
          ref={input}
          id={`${id}q`}
          key={search.q}
          type="search"
          name="q"
          defaultValue={search.q}
          placeholder={t('home.whatExample')}
          maxLength={80}
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={`${id}l`}
          aria-activedescendant={isShown && active >= 0 ? `${id}o${active}` : undefined}
          onFocus={({ target }) => suggest(target.value)}
          onChange={({ target }) => {
            suggest(target.value)
            setOpen(true)
            setActive(-1)
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
      </label>
      <div
        id={`${id}l`}
        role="listbox"
        aria-label={tFeatures('find.suggestions')}
        className={styles.list}
        hidden={!isShown}
      >
        {options.map(({ key, icon, label, note, choose }, at) => (
          <div
            key={key}
            id={`${id}o${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className={styles.option}
            onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
            onClick={(event) => {
              event.preventDefault()
              choose()
            }}
          >
            <Icon decorative name={icon} size={18} color="quiet" />
            <span>{label}</span>
            {note && <span className={styles.note}>{note}</span>}
          </div>
        ))}
      </div>
      <VisuallyHidden>
        <span role="status">{isShown ? t('home.suggested', { count: options.length }) : ''}</span>
      </VisuallyHidden>
    </>
  )
}

/** Recent searches while nothing is typed, suggestions while something is. */
function useOptions(search: Search, close: () => void) {
  const tFeatures = translatorForFeatures(useI18n())
  const navigate = useNavigate()
  const fetcher = useFetcher<typeof loader>()
  const waiting = useRef<number>(undefined)
  const [typed, setTyped] = useState('')
  const [recent, setRecent] = useState<string[]>([])
  useEffect(() => () => window.clearTimeout(waiting.current), [])

  function suggest(text: string) {
    setTyped(text.trim())
    setRecent(readRecentSearches())
    window.clearTimeout(waiting.current)
    if (text.trim().length < 2) return
    const near = search.near && `&near=${search.near.lat},${search.near.lon}`
    waiting.current = window.setTimeout(
      () => void fetcher.load(`/suggestions?q=${encodeURIComponent(text.trim())}${near ?? ''}`),
      pauseMs,
    )
  }
  const go = (path: string) => {
    close()
    void navigate(path)
  }
  const goToSearch = (changes: Partial<Search>) =>
    go(searchPath({ ...search, pages: undefined, exact: undefined, category: undefined, ...changes }))
  const searchFor = (q: string) => {
    rememberSearch(q)
    goToSearch({ q })
  }
  const ofSuggestion = (item: Suggestion): Option => {
    if (item.kind === 'category') {
      const label = tFeatures(`category.${item.category}`)
      return { key: item.category, icon: 'store', label, note: tFeatures('find.aCategory'), choose: () => goToSearch({ q: undefined, category: item.category }) } // prettier-ignore
    }
    if (item.kind === 'service') return { key: item.name, icon: 'search', label: item.name, choose: () => searchFor(item.name) } // prettier-ignore
    const { slug, name, city } = item
    return { key: slug, icon: 'map-pin', label: name, note: city, choose: () => go(`/b/${slug}`) }
  }
  const ofRecent = (q: string): Option => ({ key: q, icon: 'clock', label: q, note: tFeatures('find.aRecent'), choose: () => searchFor(q) }) // prettier-ignore
  const clear: Option = {
    key: '',
    icon: 'x',
    label: tFeatures('find.clearRecent'),
    choose: () => {
      forgetSearches()
      setRecent([])
    },
  }
  const isTyping = typed.length >= 2 && typed !== search.q
  const recentOptions = recent.length > 0 ? [...recent.map(ofRecent), clear] : []
  return {
    suggest,
    options: isTyping ? (fetcher.data?.items ?? []).map(ofSuggestion) : recentOptions,
  }
}
