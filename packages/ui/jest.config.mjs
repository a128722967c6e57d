/** Renders the native files with React Native's own components, which vitest cannot load: they are written in Flow. */
export default {
  preset: '@react-native/jest-preset',
  rootDir: import.meta.dirname,
  cacheDirectory: '<rootDir>/../../node_modules/.cache/jest',
  maxWorkers: 2,
  fakeTimers: { enableGlobally: true }, // a press lasts as long as a finger's
  testTimeout: 90_000, // the first test to use a part of React Native waits until Babel has compiled it
  testMatch: ['<rootDir>/test-native/**/*.test.tsx'],
  transform: {
    '\\.[jt]sx?$': ['babel-jest', { presets: ['@react-native/babel-preset'], babelrc: false, configFile: false }],
  },
}
