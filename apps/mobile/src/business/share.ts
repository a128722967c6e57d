import { Platform, Share } from 'react-native'

/** With the phone's own sheet. Android has no place for an address but the text. */
export async function share(title: string, url: string): Promise<'shared' | 'copied'> {
  await Share.share(Platform.OS === 'ios' ? { title, message: title, url } : { title, message: `${title}\n${url}` })
  return 'shared'
}
