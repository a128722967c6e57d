import { listServices, listStaff } from '@buy-locals/contracts/booking/operations'
import { readPayee } from '@buy-locals/contracts/payment/operations'
import { Badge } from '@buy-locals/ui/badge'
import { Icon } from '@buy-locals/ui/icon'
import { List, ListRow } from '@buy-locals/ui/list'
import { Notice } from '@buy-locals/ui/notice'
import { Row, Stack } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { Title } from '@buy-locals/ui/title'
import { useOperationQuery } from '@buy-locals/client/use-operation-query'
import { useCurrentBusiness } from '../shell/current-business'
import { useTakesPayments } from '../shell/use-takes-payments'
import { useT } from '../messages/use-t'
import { DecisionNotice } from './decision-notice'
import { listSteps } from './steps'

/** What a business still has to do before anyone can book it: a new one, one that waits to be approved, and one without services. */
export function FirstSteps() {
  const t = useT()
  const { business, params, may, pathTo } = useCurrentBusiness()
  const { status } = business
  const isForReader = may('manager') && status !== 'suspended' && status !== 'closed'
  const services = useOperationQuery(listServices, { params }, { when: isForReader })
  const isNew = isForReader && (status !== 'published' || services.data?.items.every(({ active }) => !active) === true)
  const staff = useOperationQuery(listStaff, { params }, { when: isNew })
  const takesPayments = useTakesPayments()
  const payee = useOperationQuery(readPayee, { params }, { when: isNew && takesPayments === true })
  const waiting = status === 'pending' && (
    <Notice tone="pending" title={t('start.waiting')} text={t('start.waitingText')} />
  )
  if (status === 'suspended') return <DecisionNotice />
  if (!isNew || !services.data || !staff.data) return waiting

  const steps = listSteps({
    business,
    services: services.data.items,
    staff: staff.data.items,
    payee: payee.data,
    takesPayments: takesPayments === true,
  })
  const left = steps.filter(({ isDone }) => !isDone).length
  if (left === 0) return waiting
  return (
    <Stack gap="md">
      {waiting}
      <DecisionNotice />
      <Row justify="between" wrap>
        <Title level={2} size="lead">
          {t('start.title')}
        </Title>
        <Text size="small" tone="quiet">
          {t('start.stepsLeft', { count: left })}
        </Text>
      </Row>
      <List label={t('start.title')}>
        {steps.map(({ id, path, isDone }) => (
          <ListRow
            key={id}
            href={pathTo(path)}
            title={t(`start.${id}`)}
            detail={t(`start.${id}Text`)}
            leading={<Icon decorative name={isDone ? 'circle-check' : 'circle'} color={isDone ? 'leaf' : 'quiet'} />}
            trailing={isDone && <Badge tone="success" label={t('start.done')} />}
          />
        ))}
      </List>
    </Stack>
  )
}
