import Constants from 'expo-constants'
import {
  addNotificationResponseReceivedListener,
  clearLastNotificationResponse,
  getDevicePushTokenAsync,
  getLastNotificationResponse,
  getPermissionsAsync,
  requestPermissionsAsync,
  setNotificationHandler,
  unregisterForNotificationsAsync,
  type NotificationPermissionsStatus,
  type NotificationResponse,
} from 'expo-notifications'
import type { DevicePlatform } from '@buy-locals/contracts/notification/shapes'

export type Permission = 'granted' | 'refused' | 'undecided'

const permissionOf = ({ granted, status }: NotificationPermissionsStatus): Permission => {
  if (granted) return 'granted'
  return status === 'undetermined' ? 'undecided' : 'refused'
}

export const readPermission = async (): Promise<Permission> => permissionOf(await getPermissionsAsync())

/** The system's own question, which it shows once. */
export const requestPermission = async (): Promise<Permission> => permissionOf(await requestPermissionsAsync())

type PushAddress = { platform: DevicePlatform; token: string; name?: string }

/** Apps of developers are registered in Apple's sandbox. */
export async function readPushAddress(): Promise<PushAddress> {
  const { type, data } = await getDevicePushTokenAsync()
  const platform = type === 'ios' ? (__DEV__ ? 'ios-sandbox' : 'ios') : 'android'
  const name = Constants.deviceName?.trim().slice(0, 60)
  return { platform, token: String(data), ...(name && { name }) }
}

/** Nobody who is signed out gets a push here, whatever is still on its way. */
export const forgetPushAddress = (): Promise<void> => unregisterForNotificationsAsync()

/** A push that comes while the app is in front is shown too. */
export const showInFront = (): void =>
  setNotificationHandler({
    handleNotification: async () => ({
      shouldShowBanner: true,
      shouldShowList: true,
      shouldPlaySound: false,
      shouldSetBadge: false,
    }),
  })

export type OpenedPush = { kind?: string | undefined; link?: string | undefined }

/** Calls back with each push that is opened, with the one that has started the app as well. */
export function watchOpenedPushes(open: (push: OpenedPush) => void): () => void {
  const first = getLastNotificationResponse()
  if (first) take(first)
  const subscription = addNotificationResponseReceivedListener(take)
  return () => subscription.remove()

  function take(response: NotificationResponse): void {
    clearLastNotificationResponse() // or it would be opened at the next start too
    open(pushOf(response))
  }
}

/** Apple's own payload is not in the content, Google's is. */
function pushOf({ notification: { request } }: NotificationResponse): OpenedPush {
  const { trigger, content } = request
  const payload = trigger && 'payload' in trigger ? trigger.payload : undefined
  const { kind, link } = { ...payload, ...content.data } as Record<string, unknown>
  return { kind: typeof kind === 'string' ? kind : undefined, link: typeof link === 'string' ? link : undefined }
}
