import Constants from 'expo-constants'
import { pathInBrowser } from '@buy-locals/contracts/app-links'

/** The server that the app was built for; in development the one on the machine that serves the app. */
export const serverUrl: string = builtFor() ?? `http://${hostOfBundler()}:4000`

/** The address of a page for others: what of it the app has opens there. */
export const pageUrl = (path: string): string => serverUrl + path

/** What of the site is opened in a browser. An address that the app opens would come back to it. */
export const siteLink = (path: string): string => serverUrl + pathInBrowser(path)

function builtFor(): string | undefined {
  const url: unknown = Constants.expoConfig?.extra?.['serverUrl']
  return typeof url === 'string' && url ? url : undefined
}

function hostOfBundler(): string {
  const [host = ''] = (Constants.expoConfig?.hostUri ?? '').split(':')
  if (!host && !__DEV__) throw new Error('This app was built without SERVER_URL')
  return host || '127.0.0.1'
}
