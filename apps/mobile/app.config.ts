import type { ExpoConfig } from 'expo/config'

const { SERVER_URL: serverUrl, APP_BASE_PATH: baseUrl, APP_ID: appId = 'app.buylocals' } = process.env
const { GOOGLE_MAPS_ANDROID_KEY: mapsKey } = process.env

const config: ExpoConfig = {
  name: 'Buy Locals',
  slug: 'buy-locals',
  scheme: 'buylocals',
  version: '0.1.0',
  orientation: 'default',
  userInterfaceStyle: 'automatic',
  platforms: ['ios', 'android', 'web'],
  ios: { bundleIdentifier: appId, supportsTablet: true },
  android: { package: appId, ...(mapsKey && { config: { googleMaps: { apiKey: mapsKey } } }) },
  web: { bundler: 'metro', output: 'single' },
  plugins: [
    ['expo-router', { root: './src/routes', asyncRoutes: { web: 'production', default: false } }],
    'expo-font',
    [
      'expo-location',
      { locationWhenInUsePermission: 'Your location is used to show businesses near you, only when you choose so.' },
    ],
    'expo-secure-store',
    'expo-sqlite',
  ],
  // On the web the app may be at a path of the server that it asks.
  ...(baseUrl && { experiments: { baseUrl } }),
  // A build for phones is for one server.
  extra: { serverUrl },
}

export default config
