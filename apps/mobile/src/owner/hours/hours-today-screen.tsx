import { useState } from 'react'
import { useNow } from '@buy-locals/client/use-now'
import { changeHours, readBusiness } from '@buy-locals/contracts/business/operations'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { describeOpening } from '@buy-locals/features/place/opening'
import { changeToday, findTodayChange } from '@buy-locals/features/place/today-change'
import { readWallTime } from '@buy-locals/features/time/wall-time'
import { openState } from '@buy-locals/scheduling/open-state'
import { Button } from '@buy-locals/ui/button'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { Title } from '@buy-locals/ui/title'
import { useT } from '../../messages/mobile-i18n'
import { ErrorNotice } from '../../shell/error-notice'
import { Screen } from '../../shell/screen'
import { useBusiness } from '../use-business'
import { BookedMeanwhile } from './booked-meanwhile'

/** Closes for the rest of today or until a time, or takes that back. */
export function HoursTodayScreen({ onDone }: { onDone: () => void }) {
  const t = useT()
  const i18n = useI18n()
  const { business, params, may } = useBusiness()
  const { timeZone, version, hours } = business
  const now = useNow()
  const [howLong, setHowLong] = useState<'rest' | 'until'>('rest')
  const [typed, setTyped] = useState('')
  const [isChecked, setChecked] = useState(false)
  const describe = (changed: Hours) => describeOpening(i18n, openState(changed, timeZone, now), timeZone, now).text
  const { mutate, isPending, shownError } = useOperationMutation(changeHours, {
    inlineError: true,
    invalidates: [readBusiness, findSlots],
    successText: (saved) => (saved.hours ? describe(saved.hours) : t('todayHours.today')),
    onSuccess: onDone,
  })
  const kind = hours && may('manager') ? findTodayChange(hours, timeZone, now) : undefined
  if (!hours || !kind) {
    return (
      <Screen>
        <Title level={1}>{t('todayHours.today')}</Title>
        <Text>{t('todayHours.closedToday')}</Text>
      </Screen>
    )
  }
  const until = howLong === 'until' ? readWallTime(typed) : undefined
  const isIncomplete = kind !== 'resume' && howLong === 'until' && !until
  const after = isIncomplete ? undefined : changeToday(hours, kind, { timeZone, now, until })
  function submit() {
    setChecked(true)
    if (after) mutate({ input: { params, body: after }, ifMatch: version })
  }
  return (
    <Screen action={<Button wide large label={t(`todayHours.${kind}`)} busy={isPending} onPress={submit} />}>
      <Title level={1}>{t(`todayHours.${kind}`)}</Title>
      <Text tone="quiet">{t(kind === 'resume' ? 'todayHours.resumeText' : 'todayHours.closeText')}</Text>
      {kind !== 'resume' && (
        <ChoiceField
          label={t('todayHours.howLong')}
          value={howLong}
          onChange={(next) => setHowLong(next === 'until' ? 'until' : 'rest')}
          options={[
            { value: 'rest', label: t('todayHours.restOfToday') },
            { value: 'until', label: t('todayHours.untilTime') },
          ]}
        />
      )}
      {kind !== 'resume' && howLong === 'until' && (
        <TextField
          kind="time"
          label={t('todayHours.opensAgain')}
          hint={t('business.timeHint')}
          error={isChecked && !after ? t(until ? 'todayHours.closedUntilThen' : 'todayHours.missingTime') : undefined}
          value={typed}
          onChange={setTyped}
        />
      )}
      {after && <Notice tone="info" title={t('todayHours.pagePreview', { state: describe(after) })} />}
      {after && kind !== 'resume' && <BookedMeanwhile hours={after} now={now} />}
      <ErrorNotice error={shownError} />
    </Screen>
  )
}
