import { useNavigate, useRevalidator, useSearchParams } from 'react-router'
import { isHeldFor } from '@buy-locals/features/booking/booking-request'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { ReplacedHoldNotice } from '@buy-locals/features/own-bookings-notice'
import { Button } from '@buy-locals/ui/button'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { SignInForm } from '../account/sign-in-form'
import { SignUpForm } from '../account/sign-up-form'
import { useKept } from '@buy-locals/client/stored-text'
import { useSite } from '../site/use-site'
import { BookForm } from './book-form'
import type { BookingOptions } from './load-options'
import { OwnHold } from './own-hold'

/** Who books: somebody signed in, somebody who signs in or up right here, or a guest. */
export function DetailsStep({ options, start }: { options: BookingOptions; start: string }) {
  const t = translatorForFeatures(useI18n())
  const site = useSite()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const { revalidate } = useRevalidator()
  const [identity = 'guest', setIdentity] = useKept(`identity ${options.service.id}`)
  const me = site?.me
  const isHeld = isHeldFor(options.ownHold, options, start)

  function back() {
    const before = new URLSearchParams(params)
    before.delete('at')
    void navigate(`?${before.toString()}`)
  }
  return (
    <Stack gap="xl">
      <div style={{ marginInlineStart: -16 }}>
        <Button tone="quiet" icon="arrow-left" label={t('book.back')} onPress={back} />
      </div>
      <Title level={2}>{t('book.details')}</Title>
      {isHeld && options.ownHold && <OwnHold hold={options.ownHold} />}
      {!isHeld && (
        <>
          {options.ownHold && <ReplacedHoldNotice hold={options.ownHold} />}
          {me && <Text>{t('book.as', { name: me.name })}</Text>}
          {!me && (
            <ChoiceField
              label={t('book.how')}
              name="identity"
              value={identity}
              onChange={setIdentity}
              options={[
                { value: 'guest', label: t('book.asGuest'), detail: t('book.asGuestDetail') },
                { value: 'sign-in', label: t('book.signIn'), detail: t('book.signInDetail') },
                { value: 'sign-up', label: t('book.signUp'), detail: t('book.signUpDetail') },
              ]}
            />
          )}
          {!me && identity === 'sign-in' && <SignInForm onDone={() => void revalidate()} />}
          {!me && identity === 'sign-up' && <SignUpForm onDone={() => void revalidate()} />}
          {(me ?? identity === 'guest') && <BookForm options={options} start={start} asGuest={!me} />}
        </>
      )}
    </Stack>
  )
}
