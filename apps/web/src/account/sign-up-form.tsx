import { useState } from 'react'
import { register } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { call } from '../api'
import { useSite } from '../site/use-site'
import { useT } from '../messages/site-i18n'
import { Form, type FormValues } from '../site/form'
import { fieldErrors } from '@buy-locals/features/messages/error-text'
import { Refused } from './refused'
import { useSend } from './use-send'

const shortest = 10

export function SignUpForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const site = useSite()
  const { send, isBusy, error } = useSend(onDone)
  const [mistakes, setMistakes] = useState<Record<string, string>>({})
  const told = fieldErrors(error)

  function submit({ get, focus }: FormValues) {
    const [name, email, password] = [get('name').trim(), get('email').trim(), get('password')]
    const found = {
      ...(!name && { name: t('account.required') }),
      ...(!/^\S+@\S+\.\S+$/.test(email) && { email: t(email ? 'account.badEmail' : 'account.required') }),
      ...(password.length < shortest && { password: t('account.shortPassword') }),
    }
    setMistakes(found)
    const [first] = Object.keys(found)
    if (first) return focus(first)
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    void send(() => call(register, { body: { name, email, password, timeZone, ...(site && { locale: site.locale }) } }))
  }
  return (
    <Form onSubmit={submit}>
      <TextField label={t('account.name')} name="name" autoComplete="name" maxLength={80} error={mistakes['name']} />
      <TextField
        label={t('account.email')}
        name="email"
        kind="email"
        autoComplete="username"
        error={mistakes['email'] ?? (told['email'] && t('account.badEmail'))}
      />
      <PasswordField
        isNew
        label={t('account.password')}
        name="password"
        hint={t('account.passwordHint')}
        error={mistakes['password'] ?? (told['password'] && t('account.commonPassword'))}
      />
      <Refused error={error} />
      <Button submit wide large busy={isBusy} label={t('account.signUp')} />
      <Text size="fine" tone="quiet">
        {t('account.agree')}
      </Text>
    </Form>
  )
}
