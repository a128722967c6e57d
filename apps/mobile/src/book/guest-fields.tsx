import { useKept } from '@buy-locals/client/stored-text'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { Button } from '@buy-locals/ui/button'
import { TextField } from '@buy-locals/ui/text-field'
import { useT } from '../messages/mobile-i18n'

export type Guest = { name: string; email: string; phone: string }

/** Whoever books without an account is known on this device, until somebody signs out of it. */
export function useGuest(): { guest: Guest; changeGuest: (changes: Partial<Guest>) => void } {
  const [name = '', setName] = useKept('guest name')
  const [email = '', setEmail] = useKept('guest email')
  const [phone = '', setPhone] = useKept('guest phone')
  function changeGuest(changes: Partial<Guest>) {
    if (changes.name !== undefined) setName(changes.name)
    if (changes.email !== undefined) setEmail(changes.email)
    if (changes.phone !== undefined) setPhone(changes.phone)
  }
  return { guest: { name, email, phone }, changeGuest }
}

type GuestFieldsProps = {
  guest: Guest
  wrong: (field: keyof Guest) => string | undefined
  onChange: (changes: Partial<Guest>) => void
}

/** Without an account, or with the way to one's own. */
export function GuestFields({ guest, wrong, onChange }: GuestFieldsProps) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  return (
    <>
      <Button flush tone="quiet" icon="log-in" label={t('book.signIn')} href="/sign-in" />
      <TextField
        label={tFeatures('book.name')}
        autoComplete="name"
        maxLength={80}
        value={guest.name}
        error={wrong('name')}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label={tFeatures('book.email')}
        kind="email"
        autoComplete="email"
        hint={tFeatures('book.emailHint')}
        value={guest.email}
        error={wrong('email')}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        label={tFeatures('book.phone')}
        kind="tel"
        autoComplete="tel"
        optional
        value={guest.phone}
        error={wrong('phone')}
        onChange={(phone) => onChange({ phone })}
      />
    </>
  )
}
