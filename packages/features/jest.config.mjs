import ofUi from '../ui/jest.config.mjs'

/** As in `ui`. Temporal's polyfill is published as modules alone. */
export default {
  ...ofUi,
  rootDir: import.meta.dirname,
  transformIgnorePatterns: [
    'node_modules/(?!((jest-)?react-native|@react-native(-community)?|temporal-(polyfill|utils))/)',
  ],
}
