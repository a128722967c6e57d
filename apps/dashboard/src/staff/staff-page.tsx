import { listStaff } from '@buy-locals/contracts/booking/operations'
import { Avatar } from '@buy-locals/ui/avatar'
import { Badge } from '@buy-locals/ui/badge'
import { Button } from '@buy-locals/ui/button'
import { EmptyState } from '@buy-locals/ui/empty-state'
import { List, ListRow } from '@buy-locals/ui/list'
import { useAnswer } from '../ask/queries'
import { Answered } from '../shell/answered'
import { useHere } from '../shell/here'
import { Screen } from '../shell/screen'
import { useSay } from '../words/say'

export function Component() {
  const say = useSay()
  const { business, params, to } = useHere()
  const staff = useAnswer(listStaff, { params })
  const add = <Button icon="plus" label={say('staff.add')} href={to('staff/new')} />
  return (
    <Screen title={say('staff.title')} place={business.name} intro={say('staff.intro')} actions={add}>
      <Answered of={staff}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="users" title={say('staff.none')} words={say('staff.noneWords')} action={add} />
          ) : (
            <List label={say('staff.title')}>
              {items.map(({ id, name, title, hours, active }) => (
                <ListRow
                  key={id}
                  href={to(`staff/${id}`)}
                  title={name}
                  detail={[title, say(hours ? 'staff.own' : 'staff.likeBusiness')].filter(Boolean).join(' · ')}
                  leading={<Avatar beside="words" name={name} />}
                  trailing={!active && <Badge tone="plain" label={say('staff.off')} />}
                />
              ))}
            </List>
          )
        }
      </Answered>
    </Screen>
  )
}
