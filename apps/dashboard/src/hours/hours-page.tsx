import { useState } from 'react'
import { useI18n } from '@buy-locals/features/i18n'
import { formatZoneInFull } from '@buy-locals/values/format-time'
import { toSecond } from '@buy-locals/values/time'
import { changeHours, readBusiness } from '@buy-locals/contracts/business/operations'
import { findSlots } from '@buy-locals/contracts/booking/operations'
import { Text } from '@buy-locals/ui/text'
import type { Hours } from '@buy-locals/contracts/business/shapes'
import { useTimes } from '@buy-locals/features/time/use-times'
import { readFresh } from '../api/queries'
import { now } from '../clock'
import { EditForm, Section } from '../forms/edit-form'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { useCurrentBusiness } from '../shell/current-business'
import { Screen } from '../shell/screen'
import { useT } from '../messages/use-t'
import { SpecialDays } from './special-days'
import { toRanges, toSpecial } from './special-ranges'
import { findSpecialFault, findWeekFault, type SpecialFault, type WeekFault } from './hours-faults'
import { OutsideHours, useOutsideHours } from './outside-hours'
import { countMinutes, toWeekly, toWeek } from './week'
import { WeekEditor } from './week-editor'

type Faults = { week?: WeekFault | undefined; special?: SpecialFault | undefined }

export function Component() {
  const t = useT()
  const i18n = useI18n()
  const { business, params } = useCurrentBusiness()
  const { formatLength } = useTimes(business.timeZone)
  const [week, setWeek] = useState(() => toWeek(business.hours?.weekly ?? []))
  const [special, setSpecial] = useState(() => toRanges(business.hours?.special ?? []))
  const [faults, setFaults] = useState<Faults>({})
  const outside = useOutsideHours()
  const save = useVersionedMutation(changeHours, {
    from: business,
    readCurrent: () => readFresh(readBusiness, { params }),
    invalidates: [readBusiness, findSlots],
    successText: t('hours.saved'),
    onSuccess: ({ hours }) => hours && outside.check(hours),
  })

  function submit() {
    const found = { week: findWeekFault(i18n, t, week), special: findSpecialFault(i18n, t, special) }
    setFaults(found)
    if (!found.week && !found.special)
      save.save({ params, body: { weekly: toWeekly(week), special: toSpecial(special) } })
  }

  /** What was wrong may be right now. */
  const edit =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setFaults({})
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
          <WeekEditor week={week} fault={faults.week} onChange={edit(setWeek)} />
          <Text size="small" tone="quiet" tabular>
            {t('hours.sum', { length: formatLength(countMinutes(week)) })}
          </Text>
        </Section>
        <Section title={t('hours.special')} intro={t('hours.specialIntro')}>
          <SpecialDays ranges={special} fault={faults.special} onChange={edit(setSpecial)} />
        </Section>
        <OutsideHours found={outside.found} />
      </EditForm>
    </Screen>
  )
}
