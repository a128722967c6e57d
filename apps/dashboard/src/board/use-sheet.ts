import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { id } from '@buy-locals/values/ids'
import { parseDate } from '../time/times'
import { useCurrentBusiness } from '../shell/current-business'

/** A sheet with an address of its own. Closing it leads back to the week or the customer that it was opened from, or to the board of the same day; where something was typed, its `LeaveGuard` asks first. */
export function useSheet(isChanged = false) {
  const { pathTo } = useCurrentBusiness()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [open, setOpen] = useState(true)
  const leave = () => void navigate(pathTo(pathBelow(search)), { preventScrollReset: true })
  function canClose() {
    if (isChanged) leave()
    return !isChanged
  }
  return {
    sheet: { open, canClose, onClose: leave },
    close: () => setOpen(false),
  }
}

/** What the sheet covers. */
function pathBelow(search: URLSearchParams): string {
  const [day, week, customer] = ['day', 'week', 'customer'].map((name) => search.get(name))
  if (parseDate(week ?? null)) return `week?day=${week}`
  if (id('customer').safeParse(customer).success) return `customers/${customer}`
  return day ? `board?day=${day}` : 'board'
}
