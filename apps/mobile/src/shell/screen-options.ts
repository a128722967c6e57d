import { useSafeAreaInsets } from 'react-native-safe-area-context'
import { useColors } from '@buy-locals/ui/themed'
import { headerBack } from './header-back'
import { TabLabel } from './tab-icon'

/** Bars and backgrounds of the navigation, in the colors of the screens. A screen has its title in its text. */
export function useScreenOptions() {
  const colors = useColors()
  const insets = useSideInsets()
  return ({ navigation }: { navigation: { canGoBack: () => boolean } }) => ({
    ...headerBack(navigation.canGoBack()),
    headerTitle: () => null, // an empty text would be a heading
    headerStyle: { backgroundColor: colors.page },
    headerTintColor: colors.ink,
    headerShadowVisible: false,
    contentStyle: { backgroundColor: colors.page, ...insets },
  })
}

/** Of a phone that lies on its side neither the notch nor the rounded corners cover anything. */
function useSideInsets() {
  const { left, right } = useSafeAreaInsets()
  return { paddingLeft: left, paddingRight: right }
}

/** The screens in a navigator have bars and insets of their own. */
export const ofNavigator = { headerShown: false, contentStyle: {} } as const

/** A number beside the label would be read as a part of it. */
const dot = { minWidth: 10, maxWidth: 10, height: 10, borderRadius: 5 } as const

/** Without what the phone itself shows below it. */
const barHeight = 60

export function useTabOptions() {
  const colors = useColors()
  const { top, bottom } = useSafeAreaInsets()
  return {
    headerShown: false,
    sceneStyle: { backgroundColor: colors.page, paddingTop: top, ...useSideInsets() },
    tabBarStyle: { backgroundColor: colors.surface, borderTopColor: colors.line, height: barHeight + bottom },
    tabBarLabel: TabLabel,
    tabBarBadgeStyle: { ...dot, backgroundColor: colors.brand },
  }
}
