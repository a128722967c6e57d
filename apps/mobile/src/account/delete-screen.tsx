import { useState } from 'react'
import { useForgetPerson } from '../session/use-forget-person'
import { Refusal } from '@buy-locals/api-client/refusal'
import { eraseMe } from '@buy-locals/contracts/auth/operations'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { CheckField } from '@buy-locals/ui/check-field'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { Page } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/mobile-i18n'
import { ErrorNotice } from '../shell/error-notice'
import { AccountForm } from './account-form'
import { DeletePromises } from './delete-promises'
import { ForReader } from './for-reader'
import { isWrongPassword, PasswordAgain } from './password-again'

/** What it means, before it is done; and that it is. */
export function DeleteScreen() {
  const t = useT()
  const [isDeleted, setDeleted] = useState(false)
  if (!isDeleted) return <ForReader>{() => <DeleteForm onDeleted={() => setDeleted(true)} />}</ForReader>
  const action = <Button label={t('app.explore')} href="/" />
  return (
    <Page>
      <EmptyState
        level={1}
        icon="circle-check"
        title={t('ownAccount.deletedTitle')}
        text={t('ownAccount.deletedText')}
        action={action}
      />
    </Page>
  )
}

function DeleteForm({ onDeleted }: { onDeleted: () => void }) {
  const t = useT()
  const forgetPerson = useForgetPerson()
  const [password, setPassword] = useState('')
  const [keepReviews, setKeepReviews] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const { mutate, isPending, error, shownError } = useOperationMutation(eraseMe, {
    inlineError: true,
    onSuccess: () => {
      onDeleted()
      void forgetPerson()
    },
  })
  function erase() {
    setMissing(!password)
    if (password) mutate({ input: { body: { password, keepReviews } } })
  }
  const isLastOwner = error instanceof Refusal && error.code === 'auth/last-owner'
  return (
    <AccountForm title={t('ownAccount.deleteTitle')}>
      <DeletePromises />
      <CheckField label={t('ownAccount.deleteKeepReviews')} value={keepReviews} onChange={setKeepReviews} />
      <PasswordAgain
        label={t('ownAccount.deletePassword')}
        value={password}
        isMissing={isMissing}
        error={error}
        onChange={setPassword}
      />
      {isLastOwner && <Notice tone="danger" title={t('ownAccount.deleteOwner', { names: namesOf(error) })} />}
      {!isLastOwner && !isWrongPassword(error) && <ErrorNotice error={shownError} />}
      <Button wide large tone="danger" busy={isPending} label={t('ownAccount.deleteTitle')} onPress={erase} />
      <Button wide tone="secondary" label={t('ownAccount.deleteCancel')} href="/account" />
    </AccountForm>
  )
}

/** Of the businesses that only this person owns. */
const namesOf = ({ members }: Refusal): string =>
  ((members['businesses'] ?? []) as { name: string }[]).map(({ name }) => name).join(', ')
