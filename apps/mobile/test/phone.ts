import { jest } from '@jest/globals'

/** What a phone has beyond JavaScript: tokens that are stored, as long as a test runs. */
jest.mock('expo-secure-store', () => {
  const stored = new Map<string, string>()
  return {
    getItem: (key: string) => stored.get(key) ?? null,
    setItemAsync: async (key: string, value: string) => void stored.set(key, value),
    deleteItemAsync: async (key: string) => void stored.delete(key),
  }
})
