import { Router } from 'express'
import { appLinkPaths } from '@buy-locals/contracts/app-links'
import type { Config } from './config.ts'

type Apps = Pick<Config, 'IOS_APP_ID' | 'ANDROID_APP_ID' | 'ANDROID_CERTIFICATES'>

/** What a phone reads before it opens links to this site in the app. Without a setting there is no such file. */
export function appLinks({ IOS_APP_ID, ANDROID_APP_ID, ANDROID_CERTIFICATES }: Apps): Router {
  const router = Router()
  const components = appLinkPaths.map((path) => ({ '/': `${path}*` }))
  const ofApple = { applinks: { details: [{ appIDs: [IOS_APP_ID], components }] } }
  const ofGoogle = {
    relation: ['delegate_permission/common.handle_all_urls'],
    target: {
      namespace: 'android_app',
      package_name: ANDROID_APP_ID,
      sha256_cert_fingerprints: ANDROID_CERTIFICATES,
    },
  }
  const serve = (path: string, content: object) =>
    router.get(`/.well-known/${path}`, (_req, res) => {
      res.set('cache-control', 'public, max-age=3600').json(content)
    })
  if (IOS_APP_ID) serve('apple-app-site-association', ofApple)
  if (ANDROID_APP_ID) serve('assetlinks.json', [ofGoogle])
  return router
}
