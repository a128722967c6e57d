import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useHere } from '../shell/here'

/** A sheet that has an address of its own. However it is closed, the board of the same day stands behind it. */
export function useSheet() {
  const { to } = useHere()
  const goTo = useNavigate()
  const [search] = useSearchParams()
  const [open, setOpen] = useState(true)
  const day = search.get('day')
  const board = to(day ? `board?day=${day}` : 'board')
  return {
    sheet: { open, onClose: () => void goTo(board, { preventScrollReset: true }) },
    leave: () => setOpen(false),
  }
}
