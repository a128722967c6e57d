import Constants from 'expo-constants'

export const appVersion: string = Constants.expoConfig?.version ?? '0.0.0'
