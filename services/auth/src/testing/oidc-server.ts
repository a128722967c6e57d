import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import { Provider, type Adapter, type AdapterPayload } from 'oidc-provider'

export const client = { id: 'buy-locals', secret: 'a secret of the tests' }

export type Account = { sub: string; email?: string; email_verified?: boolean; name?: string }

export type OidcServer = AsyncDisposable & {
  issuer: string
  /** From now on: before that, a page asks for an address, as for somebody at a browser. */
  signInAs(account: Account): void
  /** Before anybody signs in: where the provider sends browsers back to. */
  serve(redirectUri: string): Promise<void>
}

/** A provider as anybody would run it, but that whoever comes is who they say, and agrees at once. */
export async function startOidcServer({ inUserinfo = false } = {}): Promise<OidcServer> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const accounts = new Map<string, Account>()
  let current: Account | undefined

  async function serve(redirectUri: string): Promise<void> {
    const provider = await makeProvider(issuer, { redirectUri, inUserinfo, accounts })
    const handle = provider.callback()
    const finish = async (request: IncomingMessage, response: ServerResponse) => {
      const account = current ?? (request.method === 'POST' ? await readAccount(request) : undefined)
      if (!account) return void response.setHeader('content-type', 'text/html').end(page)
      accounts.set(account.sub, account)
      await provider.interactionFinished(request, response, { login: { accountId: account.sub } })
    }
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void (request.url?.startsWith('/interaction/') ? finish(request, response) : handle(request, response))
    })
  }

  return {
    issuer,
    serve,
    signInAs: (account) => void (current = account),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

type Options = { redirectUri: string; inUserinfo: boolean; accounts: ReadonlyMap<string, Account> }

async function makeProvider(issuer: string, { redirectUri, inUserinfo, accounts }: Options): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const provider = new Provider(issuer, {
    clients: [
      {
        ...{ client_id: client.id, client_secret: client.secret, redirect_uris: [redirectUri] },
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), kid: 'one', alg: 'RS256', use: 'sig' }] },
    adapter: inMemory,
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['of the tests'] },
    conformIdTokenClaims: inUserinfo,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...accounts.get(sub), sub }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    loadExistingGrant: async ({ oidc: { client: by, session } }) => {
      const grant = new provider.Grant({ clientId: by?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  return provider
}

/** Enough for a test; the one that comes with the library warns of itself. */
function inMemory(): Adapter {
  const rows = new Map<string, AdapterPayload>()
  return {
    upsert: async (id, payload) => void rows.set(id, payload),
    find: async (id) => rows.get(id),
    findByUid: async (uid) => [...rows.values()].find((row) => row.uid === uid),
    findByUserCode: async () => undefined,
    consume: async (id) => void rows.set(id, { ...rows.get(id), consumed: Math.floor(Date.now() / 1_000) }),
    destroy: async (id) => void rows.delete(id),
    revokeByGrantId: async (grantId) => {
      for (const [id, row] of rows) if (row.grantId === grantId) rows.delete(id)
    },
  }
}

const page = `<!doctype html><html lang="en"><title>Guild</title><link rel="icon" href="data:,"><h1>Guild</h1><form method="post">
<label>Email <input name="email" type="email"></label><button>Sign in to Guild</button></form></html>`

async function readAccount(request: IncomingMessage): Promise<Account> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  const email = new URLSearchParams(body).get('email') ?? ''
  return { sub: `guild-${email}`, email, email_verified: true, name: 'Ann of the Guild' }
}
