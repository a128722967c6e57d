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

export const readDevice = (key: string): string | undefined => storage?.getItemSync(key) ?? undefined

export const writeDevice = (key: string, value: string): void => storage?.setItemSync(key, value)

export const clearDevice = (): void => void storage?.clearSync()
