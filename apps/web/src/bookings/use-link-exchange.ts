import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useRevalidator } from 'react-router'
import { openManageLink } from '@buy-locals/contracts/booking/operations'
import { tokenOfLink } from '@buy-locals/features/booking/manage-link'
import type { Id } from '@buy-locals/values/ids'
import { callApi } from '../api/call-api'
import { useFragment } from '../site/browser-only'

export type LinkExchange = 'none' | 'opening' | 'refused'

/** A guest's link brings its token behind the #, which no server log sees; here it is exchanged for a cookie. */
export function useLinkExchange(bookingId: string): LinkExchange {
  const { pathname } = useLocation()
  const navigate = useNavigate()
  const { revalidate } = useRevalidator()
  const token = tokenOfLink(useFragment() ?? '')
  const [isRefused, setRefused] = useState(false)

  useEffect(() => {
    if (!token) return
    const params = { bookingId: bookingId as Id<'booking'> }
    callApi(openManageLink, { params, body: { token } }).then(
      async () => {
        await navigate(pathname, { replace: true })
        await revalidate()
      },
      () => setRefused(true),
    )
  }, [token, bookingId, navigate, pathname, revalidate])

  return token ? (isRefused ? 'refused' : 'opening') : 'none'
}
