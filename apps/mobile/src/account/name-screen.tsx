import { useState } from 'react'
import { changeMe, readMe } from '@buy-locals/contracts/auth/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { TextField } from '@buy-locals/ui/text-field'
import { useT } from '../messages/mobile-i18n'
import { ErrorNotice } from '../shell/error-notice'
import { AccountForm } from './account-form'
import { ForReader } from './for-reader'

type NameScreenProps = { onDone: () => void }

export const NameScreen = ({ onDone }: NameScreenProps) => (
  <ForReader>{(me) => <NameForm name={me.name} onDone={onDone} />}</ForReader>
)

function NameForm({ name: before, onDone }: NameScreenProps & { name: string }) {
  const t = useT()
  const [typed, setTyped] = useState(before)
  const [isMissing, setMissing] = useState(false)
  const { mutate, isPending, shownError } = useOperationMutation(changeMe, {
    invalidates: [readMe],
    inlineError: true,
    successText: t('ownAccount.saved'),
    onSuccess: onDone,
  })
  const name = typed.trim()
  function save() {
    setMissing(!name)
    if (name) mutate({ input: { body: { name } } })
  }
  return (
    <AccountForm title={t('ownAccount.nameChange')}>
      <TextField
        label={t('ownAccount.name')}
        autoComplete="name"
        maxLength={80}
        value={typed}
        error={isMissing && !name ? t('ownAccount.nameMissing') : undefined}
        onChange={setTyped}
      />
      <ErrorNotice error={shownError} />
      <Button wide large busy={isPending} label={t('ownAccount.nameSave')} onPress={save} />
    </AccountForm>
  )
}
