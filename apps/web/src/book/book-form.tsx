import { useState } from 'react'
import { Button } from '@buy-locals/ui/button'
import { ActionBar } from '@buy-locals/ui/layout'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { Refused } from '../account/refused'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { mistakesIn } from './guest-mistakes'
import type { Offered } from './load'
import { Taken } from './taken'
import { useBook } from './use-book'

type BookFormProps = { offered: Offered; start: string; asGuest: boolean }

/** The last press before the time is taken. What is wrong stands at its line; a time that has gone brings others. */
export function BookForm({ offered, start, asGuest }: BookFormProps) {
  const t = useT()
  const { book, isBusy, error, alternatives, fields } = useBook(offered)
  const [mistakes, setMistakes] = useState<Record<string, string>>({})
  const isOnline = offered.service.payment === 'online' && offered.service.price.amount > 0
  const wrong = (name: string) => mistakes[name] ?? fields[`guest.${name}`]

  function submit({ get, focus }: FormValues) {
    const text = (name: string) => get(name).trim()
    const guest = { name: text('name'), email: text('email'), phone: text('phone').replaceAll(/[\s()-]/g, '') }
    const found = asGuest ? mistakesIn(guest, t) : {}
    setMistakes(found)
    const [first] = Object.keys(found)
    if (first) return focus(first)
    void book({ start, note: text('note'), guest: asGuest ? guest : undefined })
  }

  return (
    <Form onSubmit={submit}>
      {alternatives && <Taken offered={offered} alternatives={alternatives} />}
      {asGuest && (
        <>
          <TextField label={t('book.name')} name="name" autoComplete="name" maxLength={80} error={wrong('name')} />
          <TextField
            label={t('book.email')}
            name="email"
            kind="email"
            autoComplete="email"
            hint={t('book.emailHint')}
            error={wrong('email')}
          />
          <TextField
            label={t('book.phone')}
            name="phone"
            kind="tel"
            autoComplete="tel"
            optional
            hint={t('book.phoneHint')}
            error={wrong('phone')}
          />
        </>
      )}
      <TextField label={t('book.note')} name="note" rows={3} optional maxLength={500} />
      {!alternatives && <Refused error={error} />}
      <ActionBar>
        <Button submit large wide busy={isBusy} label={t(isOnline ? 'book.toPay' : 'book.confirm')} />
      </ActionBar>
      <Text size="fine" tone="quiet">
        {[isOnline && t('book.heldHint'), t('book.agree', { business: offered.business.name })]
          .filter(Boolean)
          .join(' ')}
      </Text>
    </Form>
  )
}
