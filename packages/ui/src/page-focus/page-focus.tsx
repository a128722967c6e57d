/** A phone has no page whose focus could be elsewhere: its screen readers read an alert where it appears. */
export function PageFocus() {
  return null
}
