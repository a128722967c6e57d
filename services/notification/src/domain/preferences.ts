import {
  channels,
  channelsToChoose,
  isOnUntilChosen,
  notificationGroups,
  preferenceKinds,
  preferenceKindsOf,
  type Audience,
  type Channel,
  type PreferenceKind,
} from '@buy-locals/contracts/notification/shapes'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import type { Notification } from './notifications.ts'

/** Whoever works by a calendar reads what the business reads. */
function audienceOf(to: Notification['to']): Audience {
  if ('person' in to) return 'person'
  return 'market' in to ? 'market' : 'business'
}

const groupNames = new Map(
  Object.entries(notificationGroups).flatMap(([name, { audience, kinds }]) =>
    kinds.map((kind) => [`${audience} ${kind}`, name] as const),
  ),
)

/** Whether a notification goes out on a channel; `chosen` is what its reader has chosen of a group there. */
export function isDelivered(
  { kind, to }: Pick<Notification, 'kind' | 'to'>,
  channel: Channel,
  chosen: (group: string) => boolean | undefined,
): boolean {
  const audience = audienceOf(to)
  const name = groupNames.get(`${audience} ${kind}`)
  if (name === undefined) throw new Error(`No channel is named for ${kind} to a ${audience}`)
  const delivered = notificationGroups[name]?.channels[channel]
  if (delivered === undefined || delivered === 'always') return delivered !== undefined
  return chosen(name) ?? delivered === 'on'
}

/** What the reader of this mail turns off with one press. What nobody chooses is about something they did, and has no such link. */
export function mailChoiceOf({ kind, to }: Pick<Notification, 'kind' | 'to'>): PreferenceKind | undefined {
  const name = groupNames.get(`${audienceOf(to)} ${kind}`)
  return preferenceKinds.find((one) => one === name && channelsToChoose(one).includes('mail'))
}

/** Notifications of a business that a digest sums up. */
export const digestedKinds = preferenceKindsOf('business').flatMap((group) =>
  group === 'daily-digest' ? [] : (notificationGroups[group]?.kinds ?? []),
)

/** Without a vendor for SMS or pushes there are none to choose. */
export const offeredChannels = ({ sms, pushMessages }: { sms: unknown; pushMessages: unknown }): Channel[] =>
  channels.filter((channel) => ({ 'in-app': true, mail: true, sms, push: pushMessages })[channel] !== undefined)

/** All there are, with what the person has chosen. */
export const completePreferences = (
  chosen: readonly NotificationPreference[],
  offered: readonly Channel[] = channels,
): NotificationPreference[] =>
  preferenceKinds.flatMap((kind) =>
    channelsToChoose(kind)
      .filter((channel) => offered.includes(channel))
      .map((channel) => ({
        kind,
        channel,
        enabled: isChosen(chosen, kind, channel) ?? isOnUntilChosen(kind, channel),
      })),
  )

const isChosen = (chosen: readonly NotificationPreference[], kind: PreferenceKind, channel: Channel) =>
  chosen.find((one) => one.kind === kind && one.channel === channel)?.enabled
