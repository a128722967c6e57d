import { useState } from 'react'
import { addCustomerNote, readCustomer } from '@buy-locals/contracts/booking/operations'
import { maxNotesPerCustomer, type CustomerNote } from '@buy-locals/contracts/booking/shapes'
import { Button } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import type { Id } from '@buy-locals/values/ids'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Section } from '../forms/edit-form'
import { LeaveGuard } from '../forms/leave-guard'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { CustomerNoteItem } from './customer-note-item'

/** What the team should know. Managers write it. */
export function CustomerNotes({ customerId, notes }: { customerId: Id<'customer'>; notes: readonly CustomerNote[] }) {
  const t = useT()
  const { may } = useCurrentBusiness()
  const canWrite = may('manager')
  return (
    <Section title={t('customers.notes')} intro={t('customers.notesIntro')}>
      {notes.length === 0 && <Text tone="quiet">{t('customers.noNotes')}</Text>}
      {notes.map((note) => (
        <CustomerNoteItem key={note.id} customerId={customerId} note={note} canWrite={canWrite} />
      ))}
      {canWrite && notes.length < maxNotesPerCustomer && <NewNote customerId={customerId} />}
    </Section>
  )
}

function NewNote({ customerId }: { customerId: Id<'customer'> }) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const add = useOperationMutation(addCustomerNote, {
    invalidates: [readCustomer],
    successText: t('customers.noteAdded'),
    onSuccess: () => setText(''),
  })
  function send() {
    const written = text.trim()
    setMissing(written === '')
    if (written) add.mutate({ input: { params: { ...params, customerId }, body: { text: written } } })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <LeaveGuard changed={!add.isPending && text.trim() !== ''} />
      <Stack gap="md" align="start">
        <div style={{ alignSelf: 'stretch' }}>
          <TextField
            rows={3}
            maxLength={1000}
            label={t('customers.note')}
            error={isMissing ? t('customers.noNote') : undefined}
            value={text}
            onChange={setText}
          />
        </div>
        <Button submit tone="secondary" label={t('customers.noteAdd')} busy={add.isPending} />
      </Stack>
    </form>
  )
}
