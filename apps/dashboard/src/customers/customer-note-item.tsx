import { useState } from 'react'
import { changeCustomerNote, deleteCustomerNote, readCustomer } from '@buy-locals/contracts/booking/operations'
import type { CustomerNote } from '@buy-locals/contracts/booking/shapes'
import { Button, Buttons } from '@buy-locals/ui/button'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import type { Id } from '@buy-locals/values/ids'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { useTimes } from '@buy-locals/features/time/use-times'
import { readFresh } from '../api/queries'
import { CancelButton } from '../forms/cancel-button'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { StaleNotice } from '../forms/stale-notice'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'

type ItemProps = { customerId: Id<'customer'>; note: CustomerNote; canWrite: boolean }

export function CustomerNoteItem({ customerId, note, canWrite }: ItemProps) {
  const t = useT()
  const { business } = useCurrentBusiness()
  const { formatMoment } = useTimes(business.timeZone)
  const [isEdited, setEdited] = useState(false)
  const when = formatMoment(note.writtenAt)
  if (isEdited) return <NoteForm customerId={customerId} note={note} close={() => setEdited(false)} />
  return (
    <Stack gap="xs">
      <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        <Text>{note.text}</Text>
      </div>
      <Text size="small" tone="quiet">
        {when}
      </Text>
      {canWrite && (
        <Buttons>
          <Button
            tone="quiet"
            icon="pencil"
            label={t('customers.noteEdit')}
            name={t('customers.noteEditName', { when })}
            onPress={() => setEdited(true)}
          />
          <DeleteNote customerId={customerId} note={note} when={when} />
        </Buttons>
      )}
    </Stack>
  )
}

function NoteForm({ customerId, note, close }: Omit<ItemProps, 'canWrite'> & { close: () => void }) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const [text, setText] = useState(note.text)
  const [isMissing, setMissing] = useState(false)
  const change = useVersionedMutation(changeCustomerNote, {
    from: note,
    invalidates: [readCustomer],
    successText: t('customers.noteSaved'),
    onSuccess: close,
    readCurrent: async () => {
      const { notes } = await readFresh(readCustomer, { params: { ...params, customerId } })
      return notes.find(({ id }) => id === note.id)
    },
  })
  const stale = change.stale((theirs: CustomerNote) => setText(theirs.text))
  function save() {
    const written = text.trim()
    setMissing(written === '')
    if (written) change.save({ params: { ...params, customerId, noteId: note.id }, body: { text: written } })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack gap="md">
        <TextField
          rows={3}
          maxLength={1000}
          label={t('customers.noteText')}
          error={isMissing ? t('customers.noNote') : undefined}
          value={text}
          onChange={setText}
        />
        {stale && <StaleNotice stale={stale} />}
        <Buttons>
          <Button submit label={t('forms.save')} busy={change.isPending} />
          <CancelButton isChanged={!change.isPending && text !== note.text} onCancel={close} />
        </Buttons>
      </Stack>
    </form>
  )
}

function DeleteNote({ customerId, note, when }: Omit<ItemProps, 'canWrite'> & { when: string }) {
  const t = useT()
  const { params } = useCurrentBusiness()
  const [isOpen, setOpen] = useState(false)
  const remove = useOperationMutation(deleteCustomerNote, {
    inlineError: true,
    invalidates: [readCustomer],
    successText: t('customers.noteDeleted'),
    onSuccess: () => setOpen(false),
  })
  return (
    <>
      <Button
        tone="quiet"
        icon="trash"
        label={t('customers.noteDelete')}
        name={t('customers.noteDeleteName', { when })}
        opensDialog
        onPress={() => setOpen(true)}
      />
      <ConfirmDialog
        open={isOpen}
        title={t('customers.noteDeleteTitle')}
        text={note.text}
        label={t('customers.noteDelete')}
        busy={remove.isPending}
        error={remove.shownError}
        onConfirm={() => remove.mutate({ input: { params: { ...params, customerId, noteId: note.id } } })}
        onClose={() => setOpen(false)}
      />
    </>
  )
}
