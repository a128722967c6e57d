import { Icon } from '@buy-locals/ui/icon'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useT } from '../messages/use-t'

export function Brand() {
  const t = useT()
  return (
    <Row gap="sm">
      <Icon decorative name="store" color="brand" size={24} />
      <Text weight="strong">{t('shell.name')}</Text>
    </Row>
  )
}
