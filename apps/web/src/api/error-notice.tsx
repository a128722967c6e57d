import { useLocation, useRevalidator } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import { errorText } from '@buy-locals/features/messages/error-text'
import { nextStep } from '@buy-locals/features/messages/next-step'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/site-i18n'

type ErrorNoticeProps = {
  error: unknown
  /** The fields that show their errors themselves. */
  marked?: readonly string[]
}

/** What went wrong and what to do about it, with the way there; nothing where nothing went wrong. */
export function ErrorNotice({ error, marked }: ErrorNoticeProps) {
  const i18n = useI18n()
  if (!error) return null
  return <Notice tone="danger" title={errorText(i18n, error, marked)} action={<NextStep error={error} />} />
}

function NextStep({ error }: { error: unknown }) {
  const t = useT()
  const { pathname, search } = useLocation()
  const { revalidate } = useRevalidator()
  switch (nextStep(error)) {
    case 'sign-in':
      return (
        <Button
          tone="secondary"
          label={t('site.signIn')}
          href={`/sign-in?to=${encodeURIComponent(pathname + search)}`}
        />
      )
    case 'bookings':
      return <Button tone="secondary" label={t('site.bookings')} href="/bookings" />
    case 'account':
      return <Button tone="secondary" label={t('site.accountPage')} href="/account" />
    case 'browse':
      return <Button tone="secondary" label={t('site.notFoundAction')} href="/" />
    case 'reload':
      return <Button tone="secondary" label={t('site.brokenAction')} onPress={() => void revalidate()} />
    case undefined:
      return null
  }
}
