import { useState } from 'react'
import { changeHours, readBusiness } from '@buy-locals/contracts/business/operations'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { useI18n } from '@buy-locals/features/i18n'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { describeOpening } from '@buy-locals/features/place/opening'
import { openState } from '@buy-locals/scheduling/open-state'
import { Button } from '@buy-locals/ui/button'
import { ChoiceField } from '@buy-locals/ui/choice-field'
import { Notice } from '@buy-locals/ui/notice'
import { Sheet } from '@buy-locals/ui/overlay'
import { Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { TextField } from '@buy-locals/ui/text-field'
import { toSecond } from '@buy-locals/values/time'
import { changeToday, findTodayChange } from '@buy-locals/features/place/today-change'
import { ErrorNotice } from '../shell/error-notice'
import { useSheet } from '../board/use-sheet'
import { LeaveGuard } from '../forms/leave-guard'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { useNow } from '../time/use-now'
import { BookedMeanwhile } from './booked-meanwhile'

/** Closes for the rest of today or until a time, or takes that back, without the page of all hours. */
export function Component() {
  const t = useT()
  const i18n = useI18n()
  const { business, params, may } = useCurrentBusiness()
  const { timeZone, version } = business
  const now = toSecond(useNow())
  const [howLong, setHowLong] = useState<'rest' | 'until'>('rest')
  const [time, setTime] = useState('')
  const [isChecked, setChecked] = useState(false)
  const describe = (hours: Hours) => describeOpening(i18n, openState(hours, timeZone, now), timeZone, now).text
  const change = useOperationMutation(changeHours, {
    inlineError: true,
    invalidates: [readBusiness, findSlots],
    successText: ({ hours }) => (hours ? describe(hours) : t('hours.saved')),
    onSuccess: () => close(),
  })
  const isChanged = howLong === 'until' && time !== '' && !change.isPending && !change.isSuccess
  const { sheet, close } = useSheet(isChanged)

  const hours = business.hours ?? { weekly: [], special: [] }
  const kind = may('manager') ? findTodayChange(hours, timeZone, now) : undefined
  const isIncomplete = kind !== 'resume' && howLong === 'until' && !time
  const until = howLong === 'until' ? time : undefined
  const after = kind && !isIncomplete ? changeToday(hours, kind, { timeZone, now, until }) : undefined
  function submit() {
    setChecked(true)
    if (after) change.mutate({ input: { params, body: after }, ifMatch: version })
  }

  if (!kind)
    return (
      <Sheet {...sheet} title={t('hours.today')}>
        <Text>{t('hours.closedToday')}</Text>
      </Sheet>
    )
  return (
    <Sheet
      {...sheet}
      title={t(`hours.${kind}`)}
      actions={<Button wide label={t(`hours.${kind}`)} busy={change.isPending} onPress={submit} />}
    >
      <LeaveGuard changed={isChanged} />
      <Stack gap="lg">
        <Text tone="quiet">{t(kind === 'resume' ? 'hours.resumeText' : 'hours.closeText')}</Text>
        {kind !== 'resume' && (
          <ChoiceField
            label={t('hours.howLong')}
            value={howLong}
            onChange={(next) => setHowLong(next === 'until' ? 'until' : 'rest')}
            options={[
              { value: 'rest', label: t('hours.restOfToday') },
              { value: 'until', label: t('hours.untilTime') },
            ]}
          />
        )}
        {kind !== 'resume' && howLong === 'until' && (
          <TextField
            kind="time"
            label={t('hours.opensAgain')}
            error={isChecked && !after ? t(time ? 'hours.closedUntilThen' : 'hours.missingTime') : undefined}
            value={time}
            onChange={setTime}
          />
        )}
        {after && <Notice tone="info" title={t('hours.pagePreview', { state: describe(after) })} />}
        {after && kind !== 'resume' && <BookedMeanwhile hours={after} now={now} />}
        <ErrorNotice error={change.shownError} />
      </Stack>
    </Sheet>
  )
}
