import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { useSite } from '../site/use-site'
import { useLive } from './use-live'

const guestSeconds = 5

/** Keeps a booking's page true: told at once where one is signed in, asked now and then for a guest. */
export function useFresh(mayChange: boolean) {
  const site = useSite()
  const { revalidate } = useRevalidator()
  const isGuest = !site?.me
  useLive(() => void revalidate())
  useEffect(() => {
    if (!isGuest || !mayChange) return
    const asking = window.setInterval(() => {
      if (document.visibilityState === 'visible') void revalidate()
    }, guestSeconds * 1000)
    return () => window.clearInterval(asking)
  }, [isGuest, mayChange, revalidate])
}
