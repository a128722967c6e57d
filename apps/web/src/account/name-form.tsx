import { useState } from 'react'
import { useRevalidator } from 'react-router'
import { changeMe } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { TextField } from '@buy-locals/ui/text-field'
import { useToast } from '@buy-locals/ui/toast'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'

export function NameForm({ name, onDone }: { name: string; onDone: () => void }) {
  const t = useT()
  const { revalidate } = useRevalidator()
  const showToast = useToast()
  const [isMissing, setMissing] = useState(false)
  const { send, isBusy, error } = useSend(() => {
    showToast({ tone: 'success', text: t('account.saved') })
    void revalidate()
    onDone()
  })
  function submit({ get }: FormValues) {
    const chosen = get('name').trim()
    setMissing(!chosen)
    if (!chosen) return
    void send(() => callApi(changeMe, { body: { name: chosen } }))
  }
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t('account.name')}
        name="name"
        autoComplete="name"
        defaultValue={name}
        error={isMissing ? t('account.nameMissing') : undefined}
      />
      <ErrorNotice error={error} />
      <Button submit busy={isBusy} label={t('account.nameSave')} />
    </Form>
  )
}
