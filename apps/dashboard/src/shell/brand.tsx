import { Icon } from '@buy-locals/ui/icon'
import { Row } from '@buy-locals/ui/stack'
import { Text } from '@buy-locals/ui/text'
import { useSay } from '../words/say'

export function Brand() {
  const say = useSay()
  return (
    <Row gap="sm">
      <Icon beside="words" name="store" color="brand" size={24} />
      <Text weight="strong">{say('shell.name')}</Text>
    </Row>
  )
}
