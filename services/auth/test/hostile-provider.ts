import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { client } from '../src/testing/oidc-server.ts'

/** Signs whatever a test tells it to, whatever the code. */
export async function startHostileProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }
  let claims: JWTPayload = {}
  let signedWith = privateKey
  const server = createServer((request, response) => {
    const responses: Record<string, () => Promise<object>> = {
      '/.well-known/openid-configuration': async () => ({
        ...{ issuer, jwks_uri: `${issuer}/jwks`, token_endpoint: `${issuer}/token` },
        ...{ authorization_endpoint: `${issuer}/auth`, authorization_response_iss_parameter_supported: true },
        id_token_signing_alg_values_supported: ['RS256'],
      }),
      '/jwks': async () => ({ keys: [key] }),
      '/token': async () => ({
        ...{ access_token: 'any', token_type: 'bearer' },
        id_token: await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(signedWith),
      }),
    }
    void responses[new URL(request.url ?? '', 'http://127.0.0.1').pathname]?.().then((body) => {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const now = () => Math.floor(Date.now() / 1_000)
  return {
    issuer,
    /** What an honest one would sign, but for the changes. */
    sign: (nonce: string, changes: JWTPayload = {}) => {
      const honest = { iss: issuer, sub: 'somebody', aud: client.id, iat: now(), exp: now() + 60, nonce }
      claims = { ...honest, email: 'ada@example.com', email_verified: true, ...changes }
    },
    signWithAnotherKey: async () => void (signedWith = (await generateKeyPair('RS256')).privateKey),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
