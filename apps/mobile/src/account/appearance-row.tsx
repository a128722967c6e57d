import { useKept } from '@buy-locals/client/stored-text'
import { ListRow } from '@buy-locals/ui/list'
import { useT } from '../messages/mobile-i18n'
import { appearanceName, toAppearance } from './appearance'

export function AppearanceRow() {
  const t = useT()
  const [chosen] = useKept(appearanceName)
  return (
    <ListRow
      title={t('settings.appearance')}
      detail={t(`settings.${toAppearance(chosen)}`)}
      href="/account/appearance"
    />
  )
}
