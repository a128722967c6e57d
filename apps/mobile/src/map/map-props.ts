type Point = { lat: number; lon: number }

export type PlacesMapProps = {
  items: readonly { id: string; name: string; location: Point }[]
  /** What is shown where there is none of them. In meters. */
  near: Point
  radius: number
  pointedId?: string | undefined
  chosenId?: string | undefined
  onChoose?: (id: string | undefined) => void
}
