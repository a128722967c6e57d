import { useGlobalSearchParams, usePathname } from 'expo-router'
import { addressOf } from '../links/address-of'
import { OnSiteScreen } from '../links/on-site-screen'

export { ScreenError as ErrorBoundary } from '../shell/screen-error'

export default function OnSite() {
  return <OnSiteScreen path={addressOf(usePathname(), useGlobalSearchParams())} />
}
