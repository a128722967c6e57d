import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { useNavigate, useParams } from 'react-router'
import { changeResource, findSlots, listResources } from '@buy-locals/contracts/booking/operations'
import { resourceTerms, type Resource } from '@buy-locals/contracts/booking/shapes'
import { CheckField } from '@buy-locals/ui/check-field'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { readFresh } from '../api/queries'
import { useContractForm } from '../forms/contract-form'
import { EditForm, Section } from '../forms/edit-form'
import { useVersionedMutation } from '../forms/use-versioned-mutation'
import { OutsideHours, useOutsideHours } from '../hours/outside-hours'
import { useT } from '../messages/use-t'
import { useCurrentBusiness } from '../shell/current-business'
import { NotFound } from '../shell/fallback-pages'
import { QueryResult, SkeletonRows } from '../shell/query-result'
import { Screen } from '../shell/screen'
import { ResourceFields } from './resource-fields'

/** A room, a chair or a court that gets another name, another pool, or is not used any more. */
export function Component() {
  const t = useT()
  const { resourceId } = useParams()
  const { business, params } = useCurrentBusiness()
  const resources = useOperationQuery(listResources, { params })
  const resource = resources.data?.items.find(({ id }) => id === resourceId)
  if (resources.data && !resource) return <NotFound />
  return (
    <Screen title={resource ? t('resources.edit', { name: resource.name }) : ''} place={business.name}>
      <QueryResult query={resources} placeholder={<SkeletonRows height={120} />}>
        {() => resource && <ResourceForm key={resource.id} resource={resource} />}
      </QueryResult>
    </Screen>
  )
}

function ResourceForm({ resource }: { resource: Resource }) {
  const t = useT()
  const navigate = useNavigate()
  const { params, pathTo } = useCurrentBusiness()
  const [active, setActive] = useState(resource.active)
  const form = useContractForm(resourceTerms, { name: resource.name, pool: resource.pool })
  const leave = () => void navigate(pathTo('resources'))
  const upcoming = useOutsideHours({ onNone: leave })
  const change = useVersionedMutation(changeResource, {
    from: resource,
    readCurrent: async () => (await readFresh(listResources, { params })).items.find(({ id }) => id === resource.id),
    invalidates: [listResources, findSlots],
    successText: t('forms.saved'),
    onSuccess: ({ active: isActive }) => (isActive ? leave() : upcoming.checkAll({ resourceId: resource.id })),
    handleError: form.showFieldErrors,
  })
  function takeTheirs({ name, pool, active: isActive }: Resource) {
    form.reset({ name, pool })
    setActive(isActive)
  }
  const submit = form.handleSubmit(({ name, pool = null }) =>
    change.save({ params: { ...params, resourceId: resource.id }, body: { name, pool, active } }),
  )
  return (
    <EditForm
      label={t('forms.save')}
      onSubmit={submit}
      busy={change.isPending}
      values={[active, useWatch({ control: form.control })]}
      saved={change.isSuccess}
      stale={change.stale(takeTheirs)}
    >
      <Section title={t('resources.title')}>
        <ResourceFields control={form.control} />
        <CheckField
          label={t('resources.active')}
          hint={t('resources.activeHint')}
          value={active}
          onChange={setActive}
        />
      </Section>
      <OutsideHours found={upcoming.found} isOff />
    </EditForm>
  )
}
