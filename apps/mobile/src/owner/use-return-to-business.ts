import { router, usePathname, type Href } from 'expo-router'
import { useEffect, useEffectEvent } from 'react'
import { readKept } from '@buy-locals/client/stored-text'
import { lastBusiness } from './last-business'
import { businessPath } from './use-business'

/** Whoever last had the day of a business open finds it again when the app starts; a link opens what it names. */
export function useReturnToBusiness(): void {
  const path = usePathname()
  const start = useEffectEvent(() => {
    const businessId = readKept(lastBusiness)
    if (businessId && path === '/') router.replace(businessPath(businessId) as Href)
  })
  useEffect(() => start(), [])
}
