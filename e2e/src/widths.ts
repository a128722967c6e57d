/** What a page is looked at with: a phone upright, and a window of a computer. */
export const widths = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
}
