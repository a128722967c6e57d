import { useColors } from '@buy-locals/ui/themed'

/** Bars and backgrounds of the navigation, in the colors of the screens. */
export function useScreenOptions() {
  const colors = useColors()
  return {
    headerStyle: { backgroundColor: colors.page },
    headerTintColor: colors.ink,
    headerShadowVisible: false,
    contentStyle: { backgroundColor: colors.page },
  }
}

export function useTabOptions() {
  const colors = useColors()
  return {
    headerStyle: { backgroundColor: colors.page },
    headerTintColor: colors.ink,
    headerShadowVisible: false,
    sceneStyle: { backgroundColor: colors.page },
    tabBarStyle: { backgroundColor: colors.surface, borderTopColor: colors.line },
    tabBarActiveTintColor: colors.brand,
    tabBarInactiveTintColor: colors.quiet,
  }
}
