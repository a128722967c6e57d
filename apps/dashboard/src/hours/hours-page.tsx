import { useState } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { formatZoneInFull } from '@buy-locals/values/format-time'
import { toSecond } from '@buy-locals/values/time'
import { changeHours, readBusiness } from '@buy-locals/contracts/business/operations'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import { Notice } from '@buy-locals/ui/notice'
import { Text } from '@buy-locals/ui/text'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { readFresh } from '../api/queries'
import { now } from '../clock'
import { EditForm, Section } from '../forms/edit-form'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { useTimes } from '../time/use-times'
import { useT } from '../messages/use-t'
import { SpecialDays } from './special-days'
import { toRanges, toSpecial } from './special-ranges'
import { hoursErrorText } from './hours-error-text'
import { OutsideHours, useOutsideHours } from './outside-hours'
import { countMinutes, toWeekly, toWeek } from './week'
import { WeekEditor } from './week-editor'

export function Component() {
  const t = useT()
  const i18n = useI18n()
  const { business, params } = useCurrentBusiness()
  const { formatLength } = useTimes(business.timeZone)
  const [week, setWeek] = useState(() => toWeek(business.hours?.weekly ?? []))
  const [special, setSpecial] = useState(() => toRanges(business.hours?.special ?? []))
  const [errorText, setErrorText] = useState<string>()
  const outside = useOutsideHours()
  const save = useVersionedMutation(changeHours, {
    from: business,
    readCurrent: () => readFresh(readBusiness, { params }),
    invalidates: [readBusiness, findSlots],
    successText: t('hours.saved'),
    onSuccess: ({ hours }) => hours && outside.check(hours),
  })

  function submit() {
    const wrong = hoursErrorText(i18n, t, week, special)
    setErrorText(wrong)
    if (!wrong) save.save({ params, body: { weekly: toWeekly(week), special: toSpecial(special) } })
  }

  /** What was wrong may be right now. */
  const edit =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setErrorText(undefined)
    }

  function show({ hours }: { hours?: Hours | undefined }) {
    setWeek(toWeek(hours?.weekly ?? []))
    setSpecial(toRanges(hours?.special ?? []))
  }

  const zone = formatZoneInFull(i18n, toSecond(now()), business.timeZone)
  return (
    <Screen title={t('hours.title')} place={business.name} intro={t('hours.intro', { zone })}>
      <EditForm
        label={t('forms.save')}
        busy={save.isPending}
        values={[week, special]}
        saved={save.isSuccess}
        stale={save.stale(show)}
        onSubmit={async () => submit()}
      >
        <Section title={t('hours.week')}>
          <WeekEditor week={week} onChange={edit(setWeek)} />
          <Text size="small" tone="quiet" tabular>
            {t('hours.sum', { length: formatLength(countMinutes(week)) })}
          </Text>
        </Section>
        <Section title={t('hours.special')} intro={t('hours.specialIntro')}>
          <SpecialDays ranges={special} onChange={edit(setSpecial)} />
        </Section>
        {errorText && <Notice tone="danger" title={errorText} />}
        <OutsideHours found={outside.found} />
      </EditForm>
    </Screen>
  )
}
