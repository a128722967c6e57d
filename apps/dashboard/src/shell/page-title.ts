import { useEffect } from 'react'
import { useSay } from '../words/say'

/** What the tab and a screen reader say first. */
export function usePageTitle(page: string, place?: string) {
  const say = useSay()
  const title = say('shell.title', { page, place: place ?? say('shell.name') })
  useEffect(() => {
    document.title = title
  }, [title])
}
