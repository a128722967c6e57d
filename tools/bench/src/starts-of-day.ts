const at = (hours: readonly number[], dayMs: number) => hours.map((hour) => dayMs / 60_000 + hour * 60)

/** The free starts of a day in Boise, in minutes since 1970. */
export const startsOfDay = (dayMs: number) => ({
  morning: at([16, 16.5, 17, 18], dayMs),
  afternoon: at([19, 20, 21, 23.5], dayMs),
  evening: at([24, 24.5], dayMs),
})
