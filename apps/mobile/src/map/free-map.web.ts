declare const require: { unstable_resolveWorker: (path: string) => string }

/** MapLibre itself is imported by nothing that is there from the start, or it would come with every screen. */
export async function loadFreeMap() {
  const [{ setWorkerUrl }, map] = await Promise.all([import('maplibre-gl'), import('@buy-locals/features/places-map')])
  setWorkerUrl(require.unstable_resolveWorker('maplibre-gl/dist/maplibre-gl-worker.mjs'))
  return map
}
