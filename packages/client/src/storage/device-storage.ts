type DeviceStorage = {
  getItemSync: (key: string) => string | null
  setItemSync: (key: string, value: string) => void
  clearSync: () => unknown
}

let storage: DeviceStorage | undefined

/** What a phone stores with is a native module, which only the app has. Until it is there, nothing is stored. */
export function bringStorage(brought: DeviceStorage): void {
  storage = brought
}

/** A file that is damaged holds nothing that could still be read: the app starts as if it were new. */
function withFile<T>(use: (file: DeviceStorage) => T): T | undefined {
  try {
    return storage && use(storage)
  } catch {
    return undefined
  }
}
export const readDevice = (key: string): string | undefined => withFile((file) => file.getItemSync(key)) ?? undefined

export const writeDevice = (key: string, value: string): void => withFile((file) => file.setItemSync(key, value))

export const clearDevice = (): void => void withFile((file) => file.clearSync())
