import { useState } from 'react'
import { useNavigate, useRevalidator } from 'react-router'
import { openManageLink } from '@buy-locals/contracts/booking/operations'
import { linksOfList, openLinks } from '@buy-locals/features/booking/manage-link'
import type { ListedBooking } from '@buy-locals/features/booking-card'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { TitledBookings } from '@buy-locals/features/titled-bookings'
import { mailBookingLinks } from '@buy-locals/contracts/notification/operations'
import { Button } from '@buy-locals/ui/button'
import { Page } from '@buy-locals/ui/layout'
import { Notice } from '@buy-locals/ui/notice'
import { Progress } from '@buy-locals/ui/progress'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { useEffect } from 'react'
import { callApi } from '../api/call-api'
import { ErrorNotice } from '../api/error-notice'
import { useSend } from '../api/use-send'
import { useT } from '../messages/site-i18n'
import { useFragment } from '../site/browser-only'
import { useFieldChecks } from '@buy-locals/features/messages/field-checks'
import { Form, type FormValues } from '../site/form'

/** What a guest has opened in this browser, and the way to the rest: a link that is mailed to whoever booked. */
export function GuestBookings({ bookings }: { bookings: readonly ListedBooking[] }) {
  const t = useT()
  const tFeatures = translatorForFeatures(useI18n())
  const { isOpening, refused, error } = useLinksExchange()
  if (isOpening) {
    return (
      <Page reading>
        <Progress label={tFeatures('ownBooking.opening')} />
      </Page>
    )
  }
  return (
    <Page>
      <Title level={1}>{tFeatures('booking.mine')}</Title>
      {refused > 0 && (
        <Notice tone="danger" title={tFeatures(refused === 1 ? 'ownBooking.linkBad' : 'ownBooking.someRefused')} />
      )}
      <ErrorNotice error={error} />
      {bookings.length > 0 && <TitledBookings title={tFeatures('booking.openedHere')} bookings={bookings} />}
      <Stack>
        <Title level={2}>{tFeatures('ownBooking.find')}</Title>
        <FindForm />
      </Stack>
      <Stack gap="sm">
        <Text>{tFeatures('booking.haveAccount')}</Text>
        <span>
          <Button tone="secondary" label={t('site.signIn')} href="/sign-in?to=/bookings" />
        </span>
      </Stack>
    </Page>
  )
}

function FindForm() {
  const tFeatures = translatorForFeatures(useI18n())
  const check = useFieldChecks()
  const [wrong, setWrong] = useState<string>()
  const [sentTo, setSentTo] = useState<string>()
  const { send, isBusy, error } = useSend(() => {})
  function submit({ get }: FormValues) {
    const address = get('email').trim()
    const found = check.email(address)
    setWrong(found)
    setSentTo(undefined)
    if (found) return
    void send(() => callApi(mailBookingLinks, { body: { email: address } }).then(() => setSentTo(address)))
  }
  return (
    <Form keepAs="find bookings" onSubmit={submit}>
      <Text>{tFeatures('ownBooking.findText')}</Text>
      <TextField label={tFeatures('book.email')} name="email" kind="email" autoComplete="email" error={wrong} />
      {sentTo && (
        <Notice
          tone="success"
          title={tFeatures('ownBooking.findSent', { email: sentTo })}
          text={tFeatures('ownBooking.findSentText')}
        />
      )}
      <ErrorNotice error={error} />
      <Button submit wide large busy={isBusy} label={tFeatures('ownBooking.findSend')} />
    </Form>
  )
}

/** The mailed link brings the tokens of several bookings behind its #; each is exchanged for a cookie. */
function useLinksExchange() {
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const fragment = useFragment() ?? ''
  const isLink = linksOfList(fragment).length > 0
  const [outcome, setOutcome] = useState<{ refused: number; error?: unknown }>()
  useEffect(() => {
    if (!isLink) return
    openLinks(linksOfList(fragment), (bookingId, token) =>
      callApi(openManageLink, { params: { bookingId }, body: { token } }),
    ).then(
      async ({ length: refused }) => {
        await navigate('/bookings', { replace: true })
        await revalidate()
        setOutcome({ refused })
      },
      (error: unknown) => setOutcome({ refused: 0, error }), // the address stays, to be loaded again
    )
  }, [isLink, fragment, navigate, revalidate])
  return { isOpening: isLink && !outcome, refused: outcome?.refused ?? 0, error: outcome?.error }
}
