/** Screens as on a phone, with what Expo brings. */
export default {
  preset: 'jest-expo/ios',
  rootDir: import.meta.dirname,
  cacheDirectory: '<rootDir>/../../node_modules/.cache/jest',
  maxWorkers: 2,
  fakeTimers: { enableGlobally: true }, // a press lasts as long as a finger's
  testTimeout: 90_000, // the first test to use a part of React Native waits until Babel has compiled it
  testMatch: ['<rootDir>/test/**/*.test.tsx'],
  setupFiles: ['<rootDir>/test/phone.ts', '@shopify/flash-list/jestSetup'],
  transform: {
    '\\.[jt]sx?$': [
      'babel-jest',
      {
        presets: ['babel-preset-expo'],
        ...{ babelrc: false, configFile: false, caller: { name: 'metro', bundler: 'metro', platform: 'ios' } },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(react-native|@react-native|expo|@expo|@shopify|standard-navigation|temporal-(polyfill|utils)))',
    '/node_modules/react-native-reanimated/plugin/',
    '/node_modules/@react-native/babel-preset/',
  ],
}
