/** A page of the public site, which shares our origin and not our router. */
export const onSite = (path: string) => new URL(path, location.origin).href
