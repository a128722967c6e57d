// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import {
  changeNotificationPreferences,
  readNotificationPreferences,
} from '@buy-locals/contracts/notification/operations'
import type { NotificationPreference } from '@buy-locals/contracts/notification/shapes'
import { aPerson } from '@buy-locals/features/testing/examples'
import { heading, startSite, text } from './support'

const items: NotificationPreference[] = [
  { kind: 'review-invitation', channel: 'in-app', enabled: true },
  { kind: 'review-invitation', channel: 'mail', enabled: true },
  { kind: 'booking-new', channel: 'mail', enabled: true },
]

test('a customer chooses what they are notified of, and reads what always comes', async () => {
  using site = await startSite({ me: aPerson() })
  site.respond(readNotificationPreferences, { items })
  site.respond(changeNotificationPreferences, { items })
  site.open('/notifications/settings')
  await heading('Notification settings')
  await text(/always come by email/)
  expect(screen.queryByText('New bookings'), 'that is chosen in the dashboard').toBeNull()
  screen.getByRole('checkbox', { name: 'Email' }).click()
  await text('Saved')
  await waitFor(() =>
    expect(site.received(changeNotificationPreferences)[0]?.body).toEqual({
      items: [{ kind: 'review-invitation', channel: 'mail', enabled: false }],
    }),
  )
})
