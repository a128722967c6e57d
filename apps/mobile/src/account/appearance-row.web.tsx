/** A browser has a setting of its own, which every page follows. */
export function AppearanceRow() {
  return null
}
