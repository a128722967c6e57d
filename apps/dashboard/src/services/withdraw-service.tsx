import { useState } from 'react'
import { useNavigate } from 'react-router'
import { changeService, findSlots, listServices } from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { Button } from '@buy-locals/ui/button'
import { useOperationMutation } from '@buy-locals/features/operation/use-operation-mutation'
import { ConfirmDialog } from '../forms/confirm-dialog'
import { KeptBookings } from '../hours/outside-hours'
import { useCurrentBusiness } from '../shell/current-business'
import { useT } from '../messages/use-t'

/** Withdraws a service, or makes it bookable again. */
export function WithdrawService({ service }: { service: Service }) {
  const t = useT()
  const navigate = useNavigate()
  const { params, pathTo } = useCurrentBusiness()
  const [isOpen, setOpen] = useState(false)
  const { active, id, name, version } = service
  const change = useOperationMutation(changeService, {
    inlineError: true,
    invalidates: [listServices, findSlots],
    successText: t(active ? 'services.withdrawDone' : 'services.restoreDone'),
    onSuccess: () => void navigate(pathTo('services')),
  })
  const toggle = () =>
    change.mutate({ input: { params: { ...params, serviceId: id }, body: { active: !active } }, ifMatch: version })
  if (!active) return <Button tone="secondary" label={t('services.restore')} busy={change.isPending} onPress={toggle} />
  return (
    <>
      <Button tone="quiet" label={t('services.withdraw')} opensDialog onPress={() => setOpen(true)} />
      <ConfirmDialog
        open={isOpen}
        title={t('services.withdrawTitle', { name })}
        text={t('services.withdrawText')}
        label={t('services.withdraw')}
        busy={change.isPending}
        error={change.shownError}
        onConfirm={toggle}
        onClose={() => setOpen(false)}
      >
        {isOpen && <KeptBookings of={{ serviceId: id }} />}
      </ConfirmDialog>
    </>
  )
}
