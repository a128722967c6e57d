import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent } from 'react'
import { listCustomers } from '@buy-locals/contracts/booking/operations'
import type { Customer } from '@buy-locals/contracts/booking/shapes'
import { formatPhone } from '@buy-locals/values/phone'
import { Icon } from '@buy-locals/ui/icon'
import { VisuallyHidden } from '@buy-locals/ui/visually-hidden'
import { operationQuery } from '../api/queries'
import { useAfterPause } from '@buy-locals/client/use-after-pause'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import styles from './customer-name-field.module.css'

const suggested = 6
const shortest = 2

type NameFieldProps = {
  value: string
  error: string | undefined
  onChange: (name: string) => void
  /** Somebody who has booked here before. */
  onChoose: (customer: Customer) => void
}

/** The name of whoever books. Who has booked before is suggested while one types. */
export function CustomerNameField({ value, error, onChange, onChoose }: NameFieldProps) {
  const t = useT()
  const id = useId()
  const { business } = useCurrentBusiness()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const [chosen, setChosen] = useState('')
  const customers = useSuggestions(value, isOpen)
  const isShown = isOpen && customers.length > 0

  function choose(customer: Customer) {
    onChoose(customer)
    setChosen(customer.name)
    setOpen(false)
    setActive(-1)
  }

  function press(event: KeyboardEvent) {
    const { key } = event
    const picked = customers[active]
    if ((key === 'ArrowDown' || key === 'ArrowUp') && customers.length > 0) {
      event.preventDefault()
      setOpen(true)
      const count = customers.length + 1 // the last place is the field itself
      setActive((active) => ((active + 1 + (key === 'ArrowDown' ? 1 : -1) + count) % count) - 1)
    } else if (key === 'Enter' && isShown && picked) {
      event.preventDefault()
      choose(picked)
    } else if (key === 'Escape' && isShown) {
      event.preventDefault()
      event.stopPropagation() // the sheet stays open
      setOpen(false)
      setActive(-1)
    }
  }

  const status = isShown ? t('customers.suggested', { count: customers.length }) : ''
  return (
    <div className={styles.field}>
      <label htmlFor={`${id}n`} className={styles.label}>
        {t('booking.name')}
      </label>
      <div className={styles.anchor}>
        <input
          id={`${id}n`}
          type="text"
          data-control=""
          className={error ? `${styles.input} ${styles.invalid}` : styles.input}
          value={value}
          maxLength={80}
          autoComplete="off"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls={`${id}l`}
          aria-activedescendant={isShown && active >= 0 ? `${id}o${active}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}e` : undefined}
          onChange={({ target }) => {
            onChange(target.value)
            setChosen('')
            setOpen(true)
            setActive(-1)
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
        <div
          id={`${id}l`}
          role="listbox"
          aria-label={t('customers.suggestions')}
          className={styles.list}
          hidden={!isShown}
        >
          {customers.map((customer, at) => (
            <div
              key={customer.id}
              id={`${id}o${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className={styles.option}
              onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
              onClick={() => choose(customer)}
            >
              <span>{customer.name}</span>
              <span className={styles.note}>
                {customer.phone ? formatPhone(customer.phone, business.address.country) : customer.email}
              </span>
            </div>
          ))}
        </div>
      </div>
      {error && (
        <div id={`${id}e`} data-error="" className={styles.error}>
          <Icon decorative name="circle-exclamation-point" size={18} />
          <span>{error}</span>
        </div>
      )}
      <VisuallyHidden>
        <span role="status">{chosen ? t('customers.chosen', { name: chosen }) : status}</span>
      </VisuallyHidden>
    </div>
  )
}

/** What was found stays until the next is found. */
function useSuggestions(typed: string, isOpen: boolean): readonly Customer[] {
  const { params } = useCurrentBusiness()
  const q = useAfterPause(typed.trim(), 150)
  const isTyped = q.length >= shortest
  const { data } = useQuery({
    ...operationQuery(listCustomers, { params, query: { q, limit: suggested } }),
    enabled: isOpen && isTyped,
    placeholderData: keepPreviousData,
  })
  return (isTyped && typed.trim().length >= shortest && data?.items) || []
}
