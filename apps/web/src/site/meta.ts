type Social = { title: string; description: string; url: string; image?: string; type?: string }

/** What search engines and messengers show of a page. */
export const socialMeta = ({ title, description, url, image, type = 'website' }: Social) => [
  { title },
  { name: 'description', content: description },
  { tagName: 'link', rel: 'canonical', href: url },
  { property: 'og:title', content: title },
  { property: 'og:description', content: description },
  { property: 'og:url', content: url },
  { property: 'og:type', content: type },
  ...(image ? [{ property: 'og:image', content: image }] : []),
]

/** A page that is for one person: a title, and nothing for search engines. */
export const privateMeta = (title: string) => [{ title }, { name: 'robots', content: 'noindex' }]
