/** React Native has no word from the phone about its network: requests that fail tell enough. */
export const isDeviceOnline = (): boolean => true

export const watchDevice: (listener: () => void) => () => void = () => () => {}
