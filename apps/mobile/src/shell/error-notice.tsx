import { nextStep } from '@buy-locals/features/messages/next-step'
import { useErrorText } from '@buy-locals/features/messages/use-error-text'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/mobile-i18n'

type ErrorNoticeProps = {
  error: unknown
  /** The fields that show their errors themselves. */
  marked?: readonly string[]
  onReload: () => void
}

/** What went wrong and what to do about it, with the way there; nothing where nothing went wrong. */
export function ErrorNotice({ error, marked, onReload }: ErrorNoticeProps) {
  const describeError = useErrorText()
  if (!error) return null
  return (
    <Notice
      tone="danger"
      title={describeError(error, marked)}
      action={<NextStep error={error} onReload={onReload} />}
    />
  )
}

function NextStep({ error, onReload }: ErrorNoticeProps) {
  const t = useT()
  switch (nextStep(error)) {
    case 'sign-in':
      return <Button tone="secondary" label={t('account.signIn')} href="/sign-in" />
    case 'bookings':
      return <Button tone="secondary" label={t('bookings.tab')} href="/bookings" />
    case 'account':
      return <Button tone="secondary" label={t('app.account')} href="/account" />
    case 'browse':
      return <Button tone="secondary" label={t('app.explore')} href="/" />
    case 'reload':
      return <Button tone="secondary" label={t('app.reload')} onPress={onReload} />
    case undefined:
      return null
  }
}
