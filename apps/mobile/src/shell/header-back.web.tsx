import { View } from 'react-native'
import { BackButton } from './back-button'

/** The navigation's own arrow is smaller than a finger, and outside of every landmark. */
export const headerBack = (_: boolean) => ({ headerLeft: BackInHeader })

function BackInHeader() {
  return (
    <View role="banner">
      <BackButton />
    </View>
  )
}
