import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMap } from '@vis.gl/react-google-maps'

type Point = { lat: number; lon: number }
type GoogleOverlayProps = {
  location: Point
  /** What of it lies on the location. */
  anchor?: 'center' | 'bottom'
  /** Pixels that it is above it. */
  lift?: number
  /** Over the others. */
  raised?: boolean
  onDrag?: (to: Point) => void
  children: ReactNode
}

/** Our own elements on Google's map, at a place. Its markers would need a style that the operator makes at Google first. */
export function GoogleOverlay({ location, anchor = 'bottom', lift = 0, raised, onDrag, children }: GoogleOverlayProps) {
  const map = useMap()
  const [container] = useState(() => document.createElement('div'))
  const box = useRef<HTMLDivElement>(null)
  const overlay = useRef<google.maps.OverlayView>(null)
  const draw = useRef(() => {})
  const { lat, lon } = location

  useEffect(() => {
    draw.current = () => {
      // Until it is on the map there is none.
      const projection = overlay.current?.getProjection() as google.maps.MapCanvasProjection | undefined
      const at = projection?.fromLatLngToDivPixel({ lat, lng: lon })
      if (!at || !box.current) return
      const up = anchor === 'center' ? '-50%' : `calc(-100% - ${lift}px)`
      box.current.style.transform = `translate(${at.x}px, ${at.y}px) translate(-50%, ${up})`
    }
    draw.current()
  }, [lat, lon, anchor, lift])

  useEffect(() => {
    if (!map) return
    const view = new google.maps.OverlayView()
    google.maps.OverlayView.preventMapHitsAndGesturesFrom(container)
    view.onAdd = () => view.getPanes()?.overlayMouseTarget.append(container)
    view.draw = () => draw.current()
    view.onRemove = () => container.remove()
    overlay.current = view
    view.setMap(map)
    return () => view.setMap(null)
  }, [map, container])

  function drag({ currentTarget, pointerId, clientX, clientY }: PointerEvent<HTMLElement>) {
    if (!onDrag) return
    currentTarget.setPointerCapture(pointerId)
    const move = (event: globalThis.PointerEvent) => {
      currentTarget.style.translate = `${event.clientX - clientX}px ${event.clientY - clientY}px`
    }
    const drop = (event: globalThis.PointerEvent) => {
      currentTarget.removeEventListener('pointermove', move)
      currentTarget.style.translate = ''
      const [across, down] = [event.clientX - clientX, event.clientY - clientY]
      const projection = overlay.current?.getProjection()
      const at = projection?.fromLatLngToDivPixel({ lat, lng: lon })
      if (!at || Math.hypot(across, down) < 3) return
      const to = projection?.fromDivPixelToLatLng(new google.maps.Point(at.x + across, at.y + down))
      if (to) onDrag({ lat: to.lat(), lon: to.lng() })
    }
    currentTarget.addEventListener('pointermove', move)
    currentTarget.addEventListener('pointerup', drop, { once: true })
  }
  return createPortal(
    <div
      ref={box}
      style={{ position: 'absolute', left: 0, top: 0, width: 'max-content', zIndex: raised ? 2 : 1 }}
      onPointerDown={drag}
    >
      {children}
    </div>,
    container,
  )
}
