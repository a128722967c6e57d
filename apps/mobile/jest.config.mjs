const babel = {
  presets: ['babel-preset-expo'],
  plugins: ['@babel/plugin-transform-dynamic-import'], // Metro has its own
  ...{ babelrc: false, configFile: false, caller: { name: 'metro', bundler: 'metro', platform: 'ios' } },
}

/** Screens as on a phone, with what Expo brings. */
export default {
  preset: 'jest-expo/ios',
  rootDir: import.meta.dirname,
  cacheDirectory: '<rootDir>/../../node_modules/.cache/jest',
  maxWorkers: 2,
  fakeTimers: { enableGlobally: true }, // a press lasts as long as a finger's
  testTimeout: 90_000, // the first test to use a part of React Native waits until Babel has compiled it
  testMatch: ['<rootDir>/test/**/*.test.tsx'],
  setupFiles: ['<rootDir>/test/phone.ts', '<rootDir>/src/intl/polyfills.ts'],
  transform: {
    '/@formatjs/': ['<rootDir>/intl/jest-transformer.js', babel],
    '\\.[jt]sx?$': ['babel-jest', babel],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(react-native|@react-native|expo|@expo|@shopify|@formatjs|standard-navigation|temporal-(polyfill|utils)))',
    '/node_modules/react-native-reanimated/plugin/',
    '/node_modules/@react-native/babel-preset/',
  ],
}
