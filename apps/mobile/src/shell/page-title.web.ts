import { useNavigationContainerRef } from 'expo-router'
import { useEffect } from 'react'
import { useT } from '../messages/mobile-i18n'

/** A tab of a browser is named after the screen in it. */
export function usePageTitle(): void {
  const t = useT()
  const navigation = useNavigationContainerRef()
  useEffect(() => {
    const show = (options: { title?: string } = {}) => {
      document.title = options.title ? t('page.title', { screen: options.title }) : t('page.untitled')
    }
    if (navigation.isReady()) show(navigation.getCurrentOptions())
    return navigation.addListener('options', ({ data }) => show(data.options))
  }, [navigation, t])
}
