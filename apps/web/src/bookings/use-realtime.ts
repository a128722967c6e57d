import { useEffect, useRef } from 'react'
import { useRevalidator } from 'react-router'
import { isInFront } from '@buy-locals/client/app-front'
import { isDeviceOnline } from '@buy-locals/client/device-online'
import { useSite } from '../site/use-site'

/** Calls back when something of the signed-in person has changed, and after the connection was down. */
export function useRealtime(onChange: () => void) {
  const site = useSite()
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  const personId = site?.me?.id
  const { http, ws } = site?.realtime ?? {}

  useEffect(() => {
    if (!personId || !http || !ws) return
    let unsubscribe: (() => void) | undefined
    let isOver = false
    void import('./realtime-connection').then(({ subscribe }) => {
      if (!isOver) unsubscribe = subscribe({ personId, http, ws, onChange: () => latest.current() })
    })
    return () => {
      isOver = true
      unsubscribe?.()
    }
  }, [personId, http, ws])
}

const guestSeconds = 5

/** Keeps the page of a booking up to date: by realtime for whoever is signed in, every few seconds for a guest. */
export function useFreshBooking(mayChange: boolean) {
  const isGuest = !useSite()?.me
  const { revalidate } = useRevalidator()
  useRealtime(() => void revalidate())
  useEffect(() => {
    if (!isGuest || !mayChange) return
    const polling = window.setInterval(() => {
      if (isInFront() && isDeviceOnline()) void revalidate()
    }, guestSeconds * 1000)
    return () => window.clearInterval(polling)
  }, [isGuest, mayChange, revalidate])
}
