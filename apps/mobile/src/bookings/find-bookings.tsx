import { useState } from 'react'
import { useKept } from '@buy-locals/client/stored-text'
import { mailBookingLinks } from '@buy-locals/contracts/notification/operations'
import { translatorForFeatures, useI18n } from '@buy-locals/features/i18n'
import { useFieldChecks } from '@buy-locals/features/messages/field-checks'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { Button } from '@buy-locals/ui/button'
import { Notice } from '@buy-locals/ui/notice'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { ErrorNotice } from '../shell/error-notice'

/** A guest's way to what they booked elsewhere: a link that is mailed to whoever booked. */
export function FindBookings() {
  const t = translatorForFeatures(useI18n())
  const check = useFieldChecks()
  const [typed = '', setTyped] = useKept('guest email')
  const [isChecked, setChecked] = useState(false)
  const { mutate, isPending, isSuccess, variables, shownError } = useOperationMutation(mailBookingLinks, {
    inlineError: true,
  })
  const email = typed.trim()
  const wrong = check.email(email)
  function send() {
    setChecked(true)
    if (!wrong) mutate({ input: { body: { email } } })
  }
  const sentTo = isSuccess ? variables.input.body.email : undefined
  return (
    <Stack gap="lg">
      <Title level={2}>{t('ownBooking.find')}</Title>
      <Text>{t('ownBooking.findText')}</Text>
      <TextField
        label={t('book.email')}
        kind="email"
        autoComplete="email"
        value={typed}
        error={isChecked ? wrong : undefined}
        onChange={setTyped}
      />
      {sentTo && (
        <Notice
          tone="success"
          title={t('ownBooking.findSent', { email: sentTo })}
          text={t('ownBooking.findSentText')}
        />
      )}
      <ErrorNotice error={shownError} />
      <Button
        wide
        large
        tone="secondary"
        icon="mail"
        busy={isPending}
        label={t('ownBooking.findSend')}
        onPress={send}
      />
    </Stack>
  )
}
