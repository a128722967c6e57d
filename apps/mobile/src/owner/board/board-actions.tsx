import { View } from 'react-native'
import { Button, Buttons } from '@buy-locals/ui/button'
import { space } from '@buy-locals/ui/theme'
import { themed } from '@buy-locals/ui/themed'
import { useT } from '../../messages/mobile-i18n'
import { useBusiness } from '../use-business'

const useStyles = themed((c) => ({
  bar: {
    paddingVertical: space.sm,
    paddingHorizontal: space.lg,
    borderTopWidth: 1,
    borderColor: c.line,
    backgroundColor: c.page,
  },
}))

/** What can be added to a day, within the thumb's reach. */
export function BoardActions({ date }: { date: string }) {
  const t = useT()
  const { pathTo } = useBusiness()
  return (
    <View style={useStyles().bar}>
      <Buttons>
        <Button icon="plus" label={t('board.add')} href={`${pathTo('new')}?day=${date}`} />
        <Button tone="secondary" icon="lock" label={t('board.block')} href={`${pathTo('block')}?day=${date}`} />
      </Buttons>
    </View>
  )
}
