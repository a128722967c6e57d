type MapError = { target: { getStyle(): unknown } | null }

/** Nothing is drawn where a browser has no WebGL, or the style does not arrive. Of a tile that is missing all the rest is there. */
export const isOfBlankMap = ({ target }: MapError): boolean => !target?.getStyle()
