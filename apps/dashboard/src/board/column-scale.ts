/** A quarter of an hour is tall enough to be pressed. */
const pixelsPerMinute = 1.8

export const toPixels = (minutes: number) => minutes * pixelsPerMinute
export const toMinutes = (pixels: number) => pixels / pixelsPerMinute
