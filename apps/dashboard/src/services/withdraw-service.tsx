import { useState } from 'react'
import { useNavigate } from 'react-router'
import { changeService, findSlots, listServices } from '@buy-locals/contracts/booking/operations'
import type { Service } from '@buy-locals/contracts/booking/shapes'
import { Button } from '@buy-locals/ui/button'
import { useOperationMutation } from '../api/use-operation-mutation'
import { Confirm } from '../forms/confirm'
import { useHere } from '../shell/here'
import { useT } from '../messages/use-t'

/** Off the offer, or on it again. */
export function WithdrawService({ service }: { service: Service }) {
  const t = useT()
  const goTo = useNavigate()
  const { params, to } = useHere()
  const [asked, setAsked] = useState(false)
  const { active, id, name, version } = service
  const turn = useOperationMutation(changeService, {
    inlineError: true,
    invalidates: [listServices, findSlots],
    successText: t(active ? 'services.withdrawDone' : 'services.offerDone'),
    onSuccess: () => void goTo(to('services')),
  })
  const press = () =>
    turn.mutate({ input: { params: { ...params, serviceId: id }, body: { active: !active } }, ifMatch: version })
  if (!active) return <Button tone="secondary" label={t('services.offer')} busy={turn.isPending} onPress={press} />
  return (
    <>
      <Button tone="quiet" label={t('services.withdraw')} onPress={() => setAsked(true)} />
      <Confirm
        open={asked}
        title={t('services.withdrawAsk', { name })}
        text={t('services.withdrawText')}
        label={t('services.withdraw')}
        busy={turn.isPending}
        errorText={turn.errorText}
        onYes={press}
        onClose={() => setAsked(false)}
      />
    </>
  )
}
