import { useLocation, useRevalidator } from 'react-router'
import { Refusal } from '@buy-locals/api-client/refusal'
import type { ProblemCode } from '@buy-locals/contracts/problem'
import { useI18n } from '@buy-locals/features/i18n'
import { errorText } from '@buy-locals/features/messages/error-text'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { useT } from '../messages/site-i18n'

/** What went wrong and what to do about it, with the way there; nothing where nothing went wrong. */
export function ErrorNotice({ error }: { error: unknown }) {
  const i18n = useI18n()
  return error ? <Notice tone="danger" title={errorText(i18n, error)} action={<NextStep error={error} />} /> : null
}

const toSignIn: readonly string[] = [
  'unauthenticated',
  'auth/session-ended',
  'auth/email-taken',
] satisfies ProblemCode[]
const toReload: readonly string[] = ['stale', 'booking/wrong-state', 'idempotency/key-reused'] satisfies ProblemCode[]
const toBrowse: readonly string[] = ['booking/payments-not-ready', 'payment/off'] satisfies ProblemCode[]

function NextStep({ error }: { error: unknown }) {
  const t = useT()
  const { pathname, search } = useLocation()
  const { revalidate } = useRevalidator()
  const code = error instanceof Refusal ? error.code : ''
  const back = encodeURIComponent(pathname + search)
  if (toSignIn.includes(code)) return <Button tone="secondary" label={t('site.signIn')} href={`/sign-in?to=${back}`} />
  if (code === 'booking/too-many-holds') return <Button tone="secondary" label={t('site.bookings')} href="/bookings" />
  if (code === 'auth/email-unverified') return <Button tone="secondary" label={t('site.accountPage')} href="/account" />
  if (toBrowse.includes(code)) return <Button tone="secondary" label={t('site.notFoundAction')} href="/" />
  if (toReload.includes(code))
    return <Button tone="secondary" label={t('site.brokenAction')} onPress={() => void revalidate()} />
  return null
}
