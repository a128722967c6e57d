import type { Page } from '@playwright/test'

/** What the map of a journey was made with. */
export type GoogleMapLog = { scripts: string[] }

/**
 * Stands where the Maps JavaScript API would be loaded from, so that nothing leaves: a map as large as its element, with the
 * classes and methods that are used, named and behaving as in developers.google.com/maps/documentation/javascript/reference.
 */
export async function serveGoogleMap(page: Page): Promise<GoogleMapLog> {
  const log: GoogleMapLog = { scripts: [] }
  await page.route(/^https:\/\/[^/]*(google|gstatic)[^/]*\//, async (route) => {
    log.scripts.push(route.request().url())
    await route.fulfill({ contentType: 'text/javascript', body: `(${mapsApi.toString()})()` })
  })
  return log
}

/** What Google does where a key is not for this site: "Authentication errors" of the Maps JavaScript API. */
export const refuseGoogleKey = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { gm_authFailure(): void }).gm_authFailure())

/** Runs in the page; it may use nothing around it, nor what a compiler puts there for classes. */
function mapsApi() {
  type LatLng = { lat: number; lng: number }
  type Listener = (event?: unknown) => void
  type GoogleMap = ReturnType<typeof makeMap>
  const { maps } = (window as unknown as { google: { maps: Record<string, unknown> } }).google
  const toPoint = (at: LatLng | { lat(): number; lng(): number }): LatLng => ({
    lat: typeof at.lat === 'number' ? at.lat : at.lat(),
    lng: typeof at.lng === 'number' ? at.lng : at.lng(),
  })
  const latLngOf = ({ lat, lng }: LatLng) => ({ lat: () => lat, lng: () => lng, toJSON: () => ({ lat, lng }) })
  /** "Map and tile coordinates": the world is 256 pixels wide at zoom 0. */
  const toWorld = ({ lat, lng }: LatLng) => {
    const sine = Math.sin((lat * Math.PI) / 180)
    return { x: 256 * (0.5 + lng / 360), y: 256 * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) }
  }
  const fromWorld = ({ x, y }: { x: number; y: number }): LatLng => ({
    lat: (Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 256))) * 180) / Math.PI,
    lng: (x / 256 - 0.5) * 360,
  })
  const listeners = new WeakMap<object, Map<string, Set<Listener>>>()
  const addListener = (target: object, name: string, listener: Listener) => {
    const named = listeners.get(target) ?? new Map<string, Set<Listener>>()
    listeners.set(target, named)
    named.set(name, (named.get(name) ?? new Set()).add(listener))
    return { remove: () => void named.get(name)?.delete(listener) }
  }
  const trigger = (target: object, name: string, event?: unknown) => {
    for (const listener of listeners.get(target)?.get(name) ?? []) listener(event)
  }

  function makeMap(div: HTMLElement, options: { center?: LatLng; zoom?: number; colorScheme?: string }) {
    const overlays = new Set<{ draw(): void }>()
    const [surface, pane] = [document.createElement('div'), document.createElement('div')]
    let center: LatLng = { lat: 0, lng: 0 }
    let zoom = 3
    // "Map color scheme": a map is made with one, LIGHT unless it says otherwise, and keeps it.
    const isSystemDark = matchMedia('(prefers-color-scheme: dark)').matches
    const isDark = options.colorScheme === 'DARK' || (options.colorScheme === 'FOLLOW_SYSTEM' && isSystemDark)
    surface.style.cssText = `position:absolute;inset:0;overflow:hidden;background:${isDark ? '#263d33' : '#dbe7d8'}`
    surface.dataset['googleMap'] = isDark ? 'dark' : 'light'
    pane.style.cssText = 'position:absolute;left:50%;top:50%'
    surface.append(pane)
    div.append(surface)
    const offsetOf = (at: LatLng) => {
      const [point, middle, scale] = [toWorld(at), toWorld(center), 2 ** zoom]
      return { x: (point.x - middle.x) * scale, y: (point.y - middle.y) * scale }
    }
    const fromOffset = (x: number, y: number): LatLng => {
      const [middle, scale] = [toWorld(center), 2 ** zoom]
      return fromWorld({ x: middle.x + x / scale, y: middle.y + y / scale })
    }
    const setOptions = (next: { center?: LatLng; zoom?: number }) => {
      if (next.center) center = toPoint(next.center)
      if (next.zoom !== undefined) zoom = next.zoom
      setTimeout(() => {
        for (const name of ['center_changed', 'zoom_changed', 'bounds_changed', 'idle']) trigger(map, name)
        for (const overlay of overlays) overlay.draw()
      })
    }
    const map = {
      ...{ overlays, pane, offsetOf, fromOffset, setOptions, moveCamera: setOptions },
      fitBounds({ west, south, east, north }: { west: number; south: number; east: number; north: number }) {
        const [low, high] = [toWorld({ lat: south, lng: west }), toWorld({ lat: north, lng: east })]
        const [across, up] = [Math.max(1e-6, high.x - low.x), Math.max(1e-6, low.y - high.y)]
        const fits = Math.log2(Math.min((div.clientWidth - 112) / across, (div.clientHeight - 112) / up))
        const middle = fromWorld({ x: (low.x + high.x) / 2, y: (low.y + high.y) / 2 })
        setOptions({ center: middle, zoom: Math.max(1, Math.min(18, Math.floor(fits))) })
      },
      setCenter: (at: LatLng) => setOptions({ center: at }),
      setZoom: (to: number) => setOptions({ zoom: to }),
      getZoom: () => zoom,
      getCenter: () => latLngOf(center),
      getHeading: () => 0,
      getTilt: () => 0,
      getDiv: () => div,
      getBounds() {
        const [w, h] = [div.clientWidth / 2, div.clientHeight / 2]
        const [low, high] = [fromOffset(-w, h), fromOffset(w, -h)]
        const isIn = ({ lat, lng }: LatLng) => lat > low.lat && lat < high.lat && lng > low.lng && lng < high.lng
        return {
          contains: (at: LatLng) => isIn(toPoint(at)),
          toJSON: () => ({ south: low.lat, west: low.lng, north: high.lat, east: high.lng }),
        }
      },
      addListener: (name: string, listener: Listener) => addListener(map, name, listener),
    }
    surface.addEventListener('click', (event) => {
      const { left, top, width, height } = surface.getBoundingClientRect()
      const at = fromOffset(event.clientX - left - width / 2, event.clientY - top - height / 2)
      trigger(map, 'click', { latLng: latLngOf(at), domEvent: event, stop: () => {} })
    })
    setOptions(options)
    return map
  }

  function makeOverlay() {
    let shownOn: GoogleMap | null = null
    const overlay = {
      ...{ onAdd: () => {}, draw: () => {}, onRemove: () => {} },
      setMap(map: GoogleMap | null) {
        const before = shownOn
        shownOn = map
        before?.overlays.delete(overlay)
        setTimeout(() => {
          if (before) overlay.onRemove()
          if (!map) return
          map.overlays.add(overlay)
          overlay.onAdd()
          overlay.draw()
        })
      },
      getPanes: () => shownOn && { overlayMouseTarget: shownOn.pane },
      getProjection: () =>
        shownOn && {
          fromLatLngToDivPixel: (at: LatLng) => shownOn?.offsetOf(toPoint(at)),
          fromDivPixelToLatLng: ({ x, y }: { x: number; y: number }) => shownOn && latLngOf(shownOn.fromOffset(x, y)),
        },
    }
    return overlay
  }

  const keepClicks = (element: HTMLElement) => element.addEventListener('click', (event) => event.stopPropagation())
  // With `new`, what a function returns is what is made.
  const making = <A extends unknown[]>(make: (...args: A) => object) =>
    function (...args: A) {
      return make(...args)
    }
  Object.assign(maps, {
    Map: making(makeMap),
    OverlayView: Object.assign(making(makeOverlay), { preventMapHitsAndGesturesFrom: keepClicks }),
    Point: making((x: number, y: number) => ({ x, y })),
    event: {
      ...{ addListener, trigger },
      removeListener: (listener: { remove(): void }) => listener.remove(),
      clearInstanceListeners: (target: object) => void listeners.delete(target),
    },
    Settings: { getInstance: () => ({}) },
    ...{ version: '3.0', ControlPosition: {}, MapTypeId: {} },
    importLibrary: async () => maps,
  })
  ;(maps['__ib__'] as () => void)()
}
