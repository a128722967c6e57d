import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useCurrentBusiness } from '../shell/current-business'

/** A sheet with an address of its own. Closing it leads to the board of the same day. */
export function useSheet() {
  const { pathTo } = useCurrentBusiness()
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const [open, setOpen] = useState(true)
  const day = search.get('day')
  const board = pathTo(day ? `board?day=${day}` : 'board')
  return {
    sheet: { open, onClose: () => void navigate(board, { preventScrollReset: true }) },
    close: () => setOpen(false),
  }
}
