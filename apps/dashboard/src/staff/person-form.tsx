import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import type { listMembers } from '@buy-locals/contracts/auth/operations'
import { addStaff, changeStaff, findSlots, listStaff } from '@buy-locals/contracts/booking/operations'
import { staffTerms, type Staff } from '@buy-locals/contracts/booking/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import { CheckField } from '@buy-locals/ui/check-field'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { readFresh } from '../api/queries'
import { BoundSelect, BoundText } from '../forms/bound'
import { EditForm, Section } from '../forms/edit-form'
import { useContractForm } from '../forms/contract-form'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { findWeekFault } from '../hours/hours-faults'
import { OutsideHours, useOutsideHours } from '../hours/outside-hours'
import { toWeekly, toWeek } from '../hours/week'
import { WeekEditor } from '../hours/week-editor'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

const fields = staffTerms.omit({ hours: true })

type PersonFormProps = { person: Staff | undefined; members: Output<typeof listMembers>['items'] }

export function PersonForm({ person, members }: PersonFormProps) {
  const t = useT()
  const i18n = useI18n()
  const navigate = useNavigate()
  const { business, params, pathTo } = useCurrentBusiness()
  const [active, setActive] = useState(person?.active ?? true)
  const [hasOwnHours, setHasOwnHours] = useState(person?.hours !== undefined)
  const [week, setWeek] = useState(() => toWeek((person?.hours ?? business.hours)?.weekly ?? []))
  const [fault, setFault] = useState<ReturnType<typeof findWeekFault>>()
  const form = useContractForm(fields, {
    name: person?.name ?? '',
    title: person?.title,
    personId: person?.personId,
  })
  const { control } = form
  const options = {
    invalidates: [listStaff, findSlots],
    successText: t('forms.saved'),
    onSuccess: () => void navigate(pathTo('staff')),
    handleError: form.showFieldErrors,
  }
  const add = useOperationMutation(addStaff, options)
  const outside = useOutsideHours({ onNone: options.onSuccess })
  const change = useVersionedMutation(changeStaff, {
    ...options,
    onSuccess: checkBookings,
    from: person,
    readCurrent: async () => {
      const { items } = await readFresh(listStaff, { params })
      return items.find(({ id }) => id === person?.id)
    },
  })
  /** What of theirs is booked outside the hours they have now; whoever cannot be booked has none. */
  function checkBookings({ id, active: isActive, hours }: Staff) {
    if (isActive && !hours) return options.onSuccess()
    if (isActive && hours) outside.check(hours, { staffId: id })
    else outside.checkAll({ staffId: id })
  }
  function editWeek(edited: typeof week) {
    setWeek(edited)
    setFault(undefined) // it may be right now
  }
  function takeTheirs(theirs: Staff) {
    form.reset({ name: theirs.name, title: theirs.title, personId: theirs.personId })
    setActive(theirs.active)
    setHasOwnHours(theirs.hours !== undefined)
    setWeek(toWeek((theirs.hours ?? business.hours)?.weekly ?? []))
  }
  const submit = form.handleSubmit((terms) => {
    const found = hasOwnHours ? findWeekFault(i18n, t, week) : undefined
    setFault(found)
    if (found) return
    const hours = { weekly: toWeekly(week), special: person?.hours?.special ?? [] }
    if (!person) return add.mutate({ input: { params, body: { ...terms, ...(hasOwnHours && { hours }) } } })
    const { name, title = null, personId = null } = terms
    const body = { name, title, personId, active, hours: hasOwnHours ? hours : null }
    change.save({ params: { ...params, staffId: person.id }, body })
  })

  return (
    <EditForm
      label={t('forms.save')}
      onSubmit={submit}
      busy={add.isPending || change.isPending}
      values={[active, hasOwnHours && week, useWatch({ control })]}
      saved={change.isSuccess}
      stale={change.stale(takeTheirs)}
    >
      <Section title={t('staff.title')}>
        <BoundText control={control} name="name" label={t('staff.name')} hint={t('staff.nameHint')} maxLength={80} />
        <BoundText control={control} name="title" label={t('staff.job')} optional maxLength={80} />
        {members.length > 0 && (
          <BoundSelect
            control={control}
            name="personId"
            label={t('staff.member')}
            options={[
              { value: '', label: t('staff.memberNone') },
              ...members.map(({ personId = '', name, email }) => ({ value: personId, label: name ?? email })),
            ]}
          />
        )}
        {person && (
          <CheckField label={t('staff.active')} hint={t('staff.activeHint')} value={active} onChange={setActive} />
        )}
      </Section>
      <Section title={t('staff.hours')}>
        <CheckField
          label={t('staff.ownHours')}
          hint={t('staff.ownHoursHint')}
          value={hasOwnHours}
          onChange={setHasOwnHours}
        />
        {hasOwnHours && <WeekEditor week={week} fault={fault} onChange={editWeek} />}
      </Section>
      <OutsideHours found={outside.found} isOff={!active} />
    </EditForm>
  )
}
