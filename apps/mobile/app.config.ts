import type { ExpoConfig } from 'expo/config'
import { appLinkPaths } from '@buy-locals/contracts/app-links'

const { SERVER_URL: serverUrl, APP_BASE_PATH: baseUrl, APP_ID: appId = 'app.buylocals' } = process.env
const { GOOGLE_MAPS_ANDROID_KEY: mapsKey } = process.env
const {
  IOS_STORE_URL: iosStoreUrl,
  GOOGLE_SERVICES_FILE: googleServicesFile,
  APPLE_MERCHANT_ID: merchantId,
  MERCHANT_COUNTRY: merchantCountry,
} = process.env

/** Links to a site open in the app of that site alone, and only where they are encrypted. */
const host = serverUrl?.startsWith('https:') ? new URL(serverUrl).host : undefined
const links = appLinkPaths.map((pathPrefix) => ({ scheme: 'https', host, pathPrefix }))

const config: ExpoConfig = {
  name: 'Buy Locals',
  slug: 'buy-locals',
  scheme: 'buylocals',
  version: '1.0.0',
  orientation: 'default',
  userInterfaceStyle: 'automatic',
  platforms: ['ios', 'android', 'web'],
  ios: {
    bundleIdentifier: appId,
    supportsTablet: true,
    ...(host && { associatedDomains: [`applinks:${host}`] }),
    infoPlist: { ITSAppUsesNonExemptEncryption: false },
  },
  android: {
    package: appId,
    ...(googleServicesFile && { googleServicesFile }),
    ...(mapsKey && { config: { googleMaps: { apiKey: mapsKey } } }),
    ...(host && {
      intentFilters: [{ action: 'VIEW', autoVerify: true, category: ['BROWSABLE', 'DEFAULT'], data: links }],
    }),
    // What packages ask for and the app does not use.
    blockedPermissions: ['SYSTEM_ALERT_WINDOW', 'READ_EXTERNAL_STORAGE', 'WRITE_EXTERNAL_STORAGE'].map(
      (name) => `android.permission.${name}`,
    ),
  },
  web: { bundler: 'metro', output: 'single' },
  plugins: [
    ['expo-router', { root: './src/routes', asyncRoutes: { web: 'production', default: false } }],
    'expo-font',
    [
      'expo-location',
      {
        locationWhenInUsePermission: 'Your location is used to show businesses near you, only when you choose so.',
        ...{
          locationAlwaysAndWhenInUsePermission: false,
          locationAlwaysPermission: false,
          motionUsagePermission: false,
        },
      },
    ],
    'expo-notifications',
    ['expo-secure-store', { faceIDPermission: false }],
    'expo-sqlite',
    ['@stripe/stripe-react-native', { enableGooglePay: true, ...(merchantId && { merchantIdentifier: merchantId }) }],
  ],
  // On the web the app may be at a path of the server that it asks.
  ...(baseUrl && { experiments: { baseUrl } }),
  // A build for phones is for one server.
  extra: {
    serverUrl,
    merchantId,
    merchantCountry,
    storeUrls: { ios: iosStoreUrl, android: `https://play.google.com/store/apps/details?id=${appId}` },
  },
}

export default config
