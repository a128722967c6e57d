import './intl/polyfills'
import { getRandomValues } from 'expo-crypto'
import Storage from 'expo-sqlite/kv-store'
import { bringStorage } from '@buy-locals/client/device-storage'
import { applyAppearance } from './account/appearance'

/** Ids and keys of requests need real random numbers, which Hermes has not. */
if (!('crypto' in globalThis)) Object.assign(globalThis, { crypto: { getRandomValues } })

bringStorage(Storage)
applyAppearance()
