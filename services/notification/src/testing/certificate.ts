import { sign, type KeyObject } from 'node:crypto'

const der = (tag: number, ...content: Buffer[]): Buffer => {
  const bytes = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(bytes.length)]), bytes])
}
const lengthOf = (bytes: number) => (bytes < 128 ? [bytes] : [0x82, bytes >> 8, bytes & 255])
const sequence = (...content: Buffer[]) => der(0x30, ...content)
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))
const integer = (value: number) => der(0x02, Buffer.from([value]))

const sha256WithRsa = sequence(objectId('2a864886f70d01010b'), der(0x05))
const commonName = sequence(der(0x31, sequence(objectId('550403'), der(0x0c, Buffer.from('sns.amazonaws.com')))))

type Keys = { publicKey: KeyObject; privateKey: KeyObject }
/** As in `20260101000000Z`. */
type Validity = { from: string; to: string }

/** A certificate that is signed by its own key (RFC 5280), in PEM. */
export function signCertificate({ publicKey, privateKey }: Keys, { from, to }: Validity): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' })
  const validity = sequence(...[from, to].map((time) => der(0x18, Buffer.from(time))))
  const version = der(0xa0, integer(2))
  const content = sequence(version, integer(1), sha256WithRsa, commonName, validity, commonName, spki)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', content, privateKey))
  const base64 = sequence(content, sha256WithRsa, signature).toString('base64')
  return `-----BEGIN CERTIFICATE-----\n${base64.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`
}
