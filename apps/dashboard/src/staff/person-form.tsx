import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { useI18n } from '@buy-locals/features/i18n'
import type { listMembers } from '@buy-locals/contracts/auth/operations'
import { addStaff, changeStaff, findSlots, listStaff } from '@buy-locals/contracts/booking/operations'
import { staffTerms, type Staff } from '@buy-locals/contracts/booking/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import type { z } from 'zod'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { queryClient, operationQuery } from '../api/queries'
import { useOperationMutation } from '../api/use-operation-mutation'
import { BoundSelect, BoundText } from '../forms/bound'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { useConditional } from '../forms/use-conditional'
import { hoursErrorText } from '../hours/hours-error-text'
import { weeklyOf, weekOf } from '../hours/week'
import { WeekEditor } from '../hours/week-editor'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'

const written = staffTerms.omit({ hours: true })
type Written = z.input<typeof written>

type FormProps = { person: Staff | undefined; members: Output<typeof listMembers>['items'] }

export function PersonForm({ person, members }: FormProps) {
  const t = useT()
  const { locale } = useI18n()
  const goTo = useNavigate()
  const { business, params, to } = useHere()
  const [active, setActive] = useState(person?.active ?? true)
  const [isOwn, setIsOwn] = useState(person?.hours !== undefined)
  const [week, setWeek] = useState(() => weekOf((person?.hours ?? business.hours)?.weekly ?? []))
  const [errorText, setErrorText] = useState<string>()
  const { control, handleSubmit, setError, reset } = useForm<Written, unknown, z.output<typeof written>>({
    resolver: contractResolver(written, t),
    defaultValues: { name: person?.name ?? '', title: person?.title, personId: person?.personId },
  })
  const shared = {
    invalidates: [listStaff, findSlots],
    successText: t('forms.saved'),
    onSuccess: () => void goTo(to('staff')),
    handleError: (error: Error) => takeRefusal(setError, error),
  }
  const add = useOperationMutation(addStaff, shared)
  const change = useConditional(changeStaff, {
    ...shared,
    from: person,
    read: async () => {
      const { items } = await queryClient.fetchQuery({ ...operationQuery(listStaff, { params }), staleTime: 0 })
      return items.find(({ id }) => id === person?.id)
    },
  })
  function take(theirs: Staff) {
    reset({ name: theirs.name, title: theirs.title, personId: theirs.personId })
    setActive(theirs.active)
    setIsOwn(theirs.hours !== undefined)
    setWeek(weekOf((theirs.hours ?? business.hours)?.weekly ?? []))
  }
  const submit = handleSubmit((terms) => {
    const wrong = isOwn ? hoursErrorText({ week }, t, locale) : undefined
    setErrorText(wrong)
    if (wrong) return
    const hours = { weekly: weeklyOf(week), special: person?.hours?.special ?? [] }
    if (!person) return add.mutate({ input: { params, body: { ...terms, ...(isOwn && { hours }) } } })
    const { name, title = null, personId = null } = terms
    const body = { name, title, personId, active, hours: isOwn ? hours : null }
    change.save({ params: { ...params, staffId: person.id }, body })
  })

  return (
    <EditForm
      label={t('forms.save')}
      onSubmit={submit}
      busy={add.isPending || change.isPending}
      stale={change.stale(take)}
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
        <CheckField label={t('staff.ownHours')} hint={t('staff.ownHoursHint')} value={isOwn} onChange={setIsOwn} />
        {isOwn && <WeekEditor week={week} onChange={setWeek} />}
      </Section>
      {errorText && <Notice tone="danger" title={errorText} />}
    </EditForm>
  )
}
