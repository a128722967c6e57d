import { useState, type DragEvent } from 'react'
import { useNavigate } from 'react-router'
import { id } from '@buy-locals/values/ids'
import type { BoardDay } from '@buy-locals/features/board/board-day'
import type { Column } from '@buy-locals/features/board/columns'
import type { Entry } from '@buy-locals/features/board/entries'
import { useCurrentBusiness } from '../shell/current-business'
import { toMinutes } from './column-scale'

const type = 'application/x-booking'

/** What can be moved at once; the rest has a payment, a complaint or others to think of. */
export const canDrag = (entry: Entry) =>
  entry.kind === 'booking' && entry.booking.status === 'confirmed' && !entry.booking.complainedAt

/** Which booking, and how far below its start it was taken hold of. */
export function startDrag(event: DragEvent<HTMLElement>, bookingId: string): void {
  const offset = event.clientY - event.currentTarget.getBoundingClientRect().top
  event.dataTransfer.setData(type, `${bookingId} ${offset}`)
  event.dataTransfer.effectAllowed = 'move'
}

/** A booking that is dropped on a column is asked about at that time, and moved once that is confirmed. */
export function useDrop(column: Column, day: BoardDay, firstMinute: number) {
  const navigate = useNavigate()
  const { pathTo } = useCurrentBusiness()
  const [isOver, setOver] = useState(false)

  function drop(event: DragEvent<HTMLElement>) {
    event.preventDefault()
    setOver(false)
    const [dropped, offset] = event.dataTransfer.getData(type).split(' ')
    const booking = id('booking').safeParse(dropped).data
    if (!booking) return
    const distance = event.clientY - event.currentTarget.getBoundingClientRect().top - Number(offset)
    const minute = firstMinute + Math.round(toMinutes(distance) / 15) * 15
    const search = new URLSearchParams({ day: day.date, to: day.instantOf(minute) })
    if (column.kind === 'staff') search.set('staff', column.id)
    void navigate(`${pathTo(`board/bookings/${booking}`)}?${search.toString()}`)
  }
  return {
    isOver,
    target: {
      onDragOver: (event: DragEvent<HTMLElement>) => {
        if (!event.dataTransfer.types.includes(type)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave: () => setOver(false),
      onDrop: drop,
    },
  }
}
