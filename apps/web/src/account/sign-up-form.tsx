import { useState, type FormEvent } from 'react'
import { register } from '@buy-locals/contracts/auth/operations'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { call } from '../api'
import { useSite } from '../site/use-site'
import { useSay } from '../words/say'
import { fieldErrors } from '@buy-locals/features/words/refusal-words'
import { Refused } from './refused'
import { useSend } from './use-send'

const shortest = 10

export function SignUpForm({ onDone }: { onDone: () => void }) {
  const say = useSay()
  const site = useSite()
  const { send, isBusy, error } = useSend(onDone)
  const [mistakes, setMistakes] = useState<Record<string, string>>({})
  const told = fieldErrors(error)

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const text = (name: string) => form.get(name) as string
    const [name, email, password] = [text('name').trim(), text('email').trim(), text('password')]
    const found = {
      ...(!name && { name: say('account.required') }),
      ...(!/^\S+@\S+\.\S+$/.test(email) && { email: say(email ? 'account.badEmail' : 'account.required') }),
      ...(password.length < shortest && { password: say('account.shortPassword') }),
    }
    setMistakes(found)
    const [first] = Object.keys(found)
    if (first) return (event.currentTarget.elements.namedItem(first) as HTMLElement | null)?.focus()
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
    void send(() => call(register, { body: { name, email, password, timeZone, ...(site && { locale: site.locale }) } }))
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <TextField label={say('account.name')} name="name" complete="name" maxLength={80} error={mistakes['name']} />
      <TextField
        label={say('account.email')}
        name="email"
        kind="email"
        complete="username"
        error={mistakes['email'] ?? (told['email'] && say('account.badEmail'))}
      />
      <PasswordField
        fresh
        label={say('account.password')}
        name="password"
        hint={say('account.passwordHint')}
        error={mistakes['password'] ?? (told['password'] && say('account.commonPassword'))}
      />
      <Refused error={error} />
      <Button submit wide large busy={isBusy} label={say('account.signUp')} />
      <Text size="fine" tone="quiet">
        {say('account.agree')}
      </Text>
    </form>
  )
}
