import { useState } from 'react'
import { changeReminders, readReminders } from '@buy-locals/contracts/notification/operations'
import { maxReminders, reminderChoices } from '@buy-locals/contracts/notification/shapes'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ChecksField } from '../forms/checks-field'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { QueryResult } from '../shell/query-result'

/** When customers are reminded of their visits. Each choice is saved at once. */
export function ReminderTimes() {
  const t = useT()
  const { params } = useCurrentBusiness()
  const reminders = useOperationQuery(readReminders, { params })
  const [isTooMany, setTooMany] = useState(false)
  const change = useOperationMutation(changeReminders, {
    invalidates: [readReminders],
    successText: t('forms.saved'),
  })
  function choose(values: string[]) {
    setTooMany(values.length > maxReminders)
    if (values.length <= maxReminders) change.mutate({ input: { params, body: { minutesBefore: values.map(Number) } } })
  }
  return (
    <QueryResult query={reminders}>
      {({ minutesBefore }) => {
        const shown = change.isPending ? change.variables?.input.body.minutesBefore : minutesBefore
        return (
          <ChecksField
            label={t('notifications.reminders')}
            hint={t('notifications.remindersHint')}
            error={isTooMany ? t('notifications.tooManyReminders', { count: maxReminders }) : undefined}
            options={reminderChoices.map((minutes) => ({ value: String(minutes), label: labelOf(t, minutes) }))}
            value={(shown ?? []).map(String)}
            onChange={choose}
          />
        )
      }}
    </QueryResult>
  )
}

function labelOf(t: ReturnType<typeof useT>, minutes: number): string {
  if (minutes % 1440 === 0) return t('notifications.daysBefore', { count: minutes / 1440 })
  if (minutes % 60 === 0) return t('notifications.hoursBefore', { count: minutes / 60 })
  return t('notifications.minutesBefore', { count: minutes })
}
