import { useEffect } from 'react'
import { useT } from '../messages/use-t'

/** What the tab and a screen reader say first. */
export function usePageTitle(page: string, place?: string) {
  const t = useT()
  const title = t('shell.title', { page, place: place ?? t('shell.name') })
  useEffect(() => {
    document.title = title
  }, [title])
}
