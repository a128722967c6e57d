import { importPKCS8, SignJWT } from 'jose'
import type { Clock } from '@buy-locals/service-kit/clock'
import type { ProviderSettings } from '../provider-config.ts'

type AppleKey = Exclude<ProviderSettings['secret'], string>

/**
 * Apple takes a token of a few minutes in place of a secret, signed with a key that it has given:
 * https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret
 */
export async function signAppleSecret(
  { teamId, keyId, privateKey }: AppleKey,
  { clientId, audience, clock }: { clientId: string; audience: string; clock: Clock },
): Promise<string> {
  const now = Math.floor(clock().epochMilliseconds / 1_000)
  return new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: keyId })
    .setIssuer(teamId)
    .setSubject(clientId)
    .setAudience(audience)
    .setIssuedAt(now)
    .setExpirationTime(now + 300)
    .sign(await importPKCS8(privateKey, 'ES256'))
}
