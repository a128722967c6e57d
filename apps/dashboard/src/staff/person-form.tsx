import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate } from 'react-router'
import { useSpeech } from '@buy-locals/features/speech-provider'
import type { listMembers } from '@buy-locals/contracts/auth/operations'
import { addStaff, changeStaff, findSlots, listStaff } from '@buy-locals/contracts/booking/operations'
import { staffTerms, type Staff } from '@buy-locals/contracts/booking/shapes'
import type { Output } from '@buy-locals/contracts/operation'
import type { z } from 'zod'
import { CheckField } from '@buy-locals/ui/check-field'
import { Notice } from '@buy-locals/ui/notice'
import { queries, question } from '../ask/queries'
import { useOrder } from '../ask/use-order'
import { BoundSelect, BoundText } from '../forms/bound'
import { EditForm } from '../forms/edit-form'
import { contractResolver } from '../forms/resolver'
import { Section } from '../forms/section'
import { takeRefusal } from '../forms/take-refusal'
import { useConditional } from '../forms/use-conditional'
import { troubleWords } from '../hours/trouble-words'
import { weeklyOf, weekOf } from '../hours/week'
import { WeekEditor } from '../hours/week-editor'
import { useHere } from '../shell/here'
import { useSay } from '../words/say'

const written = staffTerms.omit({ hours: true })
type Written = z.input<typeof written>

type FormProps = { person: Staff | undefined; members: Output<typeof listMembers>['items'] }

export function PersonForm({ person, members }: FormProps) {
  const say = useSay()
  const { locale } = useSpeech()
  const goTo = useNavigate()
  const { business, params, to } = useHere()
  const [active, setActive] = useState(person?.active ?? true)
  const [isOwn, setIsOwn] = useState(person?.hours !== undefined)
  const [week, setWeek] = useState(() => weekOf((person?.hours ?? business.hours)?.weekly ?? []))
  const [trouble, setTrouble] = useState<string>()
  const { control, handleSubmit, setError, reset } = useForm<Written, unknown, z.output<typeof written>>({
    resolver: contractResolver(written, say),
    defaultValues: { name: person?.name ?? '', title: person?.title, personId: person?.personId },
  })
  const shared = {
    changes: [listStaff, findSlots],
    said: say('forms.saved'),
    done: () => void goTo(to('staff')),
    refused: (error: Error) => takeRefusal(setError, error),
  }
  const add = useOrder(addStaff, shared)
  const change = useConditional(changeStaff, {
    ...shared,
    from: person,
    read: async () => {
      const { items } = await queries.fetchQuery({ ...question(listStaff, { params }), staleTime: 0 })
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
    const wrong = isOwn ? troubleWords({ week }, say, locale) : undefined
    setTrouble(wrong)
    if (wrong) return
    const hours = { weekly: weeklyOf(week), special: person?.hours?.special ?? [] }
    if (!person) return add.mutate({ input: { params, body: { ...terms, ...(isOwn && { hours }) } } })
    const { name, title = null, personId = null } = terms
    const body = { name, title, personId, active, hours: isOwn ? hours : null }
    change.save({ params: { ...params, staffId: person.id }, body })
  })

  return (
    <EditForm
      label={say('forms.save')}
      onSubmit={submit}
      busy={add.isPending || change.isPending}
      stale={change.stale(take)}
    >
      <Section title={say('staff.title')}>
        <BoundText
          control={control}
          name="name"
          label={say('staff.name')}
          hint={say('staff.nameHint')}
          maxLength={80}
        />
        <BoundText control={control} name="title" label={say('staff.job')} optional maxLength={80} />
        {members.length > 0 && (
          <BoundSelect
            control={control}
            name="personId"
            label={say('staff.member')}
            options={[
              { value: '', label: say('staff.memberNone') },
              ...members.map(({ personId = '', name, email }) => ({ value: personId, label: name ?? email })),
            ]}
          />
        )}
        {person && (
          <CheckField label={say('staff.active')} hint={say('staff.activeHint')} value={active} onChange={setActive} />
        )}
      </Section>
      <Section title={say('staff.hours')}>
        <CheckField label={say('staff.ownHours')} hint={say('staff.ownHoursHint')} value={isOwn} onChange={setIsOwn} />
        {isOwn && <WeekEditor week={week} onChange={setWeek} />}
      </Section>
      {trouble && <Notice tone="bad" title={trouble} />}
    </EditForm>
  )
}
