import ofUi from '../ui/jest.config.mjs'

/** As in `ui`, and with its tests: for each config Babel compiles React Native anew. Temporal's polyfill is published as modules alone. */
export default {
  ...ofUi,
  rootDir: import.meta.dirname,
  roots: ['<rootDir>', '<rootDir>/../ui'],
  testMatch: ['<rootDir>/test-native/**/*.test.tsx', '<rootDir>/../ui/test-native/**/*.test.tsx'],
  transformIgnorePatterns: [
    'node_modules/(?!((jest-)?react-native|@react-native(-community)?|temporal-(polyfill|utils))/)',
  ],
}
