import { IconButton } from '@buy-locals/ui/icon-button'
import { useT } from '../messages/mobile-i18n'
import { leaveTo } from './leave-to'

/** Back, or to where the app begins. */
export function BackButton() {
  return <IconButton icon="arrow-left" label={useT()('app.back')} onPress={() => leaveTo('/')} />
}
