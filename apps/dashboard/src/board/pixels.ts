/** A quarter of an hour is tall enough to hit. */
export const pixels = (minutes: number) => minutes * 1.8
