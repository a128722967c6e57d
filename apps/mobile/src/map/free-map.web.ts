import { setWorkerUrl } from 'maplibre-gl'

declare const require: { unstable_resolveWorker: (path: string) => string }

setWorkerUrl(require.unstable_resolveWorker('maplibre-gl/dist/maplibre-gl-worker.mjs'))

export { PlacesMap } from '@buy-locals/features/places-map'
