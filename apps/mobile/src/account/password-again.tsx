import { Refusal } from '@buy-locals/api-client/refusal'
import { Button } from '@buy-locals/ui/button'
import { PasswordField } from '@buy-locals/ui/password-field'
import { Stack } from '@buy-locals/ui/stack'
import { useT } from '../messages/mobile-i18n'
import { siteLink } from '../server/server-url'

type PasswordAgainProps = {
  label: string
  value: string
  onChange: (password: string) => void
  isMissing: boolean
  /** What was refused: the field says so where it is the password. */
  error: unknown
}

/** Before what somebody at an open phone is not to do. Whoever has no password yet sets one by mail. */
export function PasswordAgain({ label, value, onChange, isMissing, error }: PasswordAgainProps) {
  const t = useT()
  const wrong = isWrongPassword(error) ? t('ownAccount.deleteWrong') : undefined
  return (
    <Stack gap="xs">
      <PasswordField
        label={label}
        value={value}
        error={isMissing && !value ? t('ownAccount.deleteMissing') : wrong}
        onChange={onChange}
      />
      <Button flush tone="quiet" label={t('ownAccount.forgotOrUnset')} href={siteLink('/forgot-password')} />
    </Stack>
  )
}

export const isWrongPassword = (error: unknown): boolean =>
  error instanceof Refusal && error.code === 'auth/wrong-credentials'
