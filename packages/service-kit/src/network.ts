import ipaddr from 'ipaddr.js'

/**
 * Where a request comes from, as limits see it. `near` is the least that a provider gives one customer: an IPv4 address or an
 * IPv6 /64. `wide` is what one attacker may well have: a /24 or a /48.
 */
export type Network = { near: string; wide: string }

export function networkOf(ip: string): Network {
  const plain = ip.split('%')[0] ?? ''
  if (!ipaddr.isValid(plain)) return { near: ip, wide: ip }
  const address = ipaddr.process(plain)
  if (address instanceof ipaddr.IPv4) {
    return { near: address.toString(), wide: `${address.octets.slice(0, 3).join('.')}.0/24` }
  }
  const groups = address.parts.map((part) => part.toString(16))
  return { near: `${groups.slice(0, 4).join(':')}::/64`, wide: `${groups.slice(0, 3).join(':')}::/48` }
}

/** So much more than near may come from the network around it. A /24 has 256 customers, a /48 mostly one. */
export const wideFactor = (network: Network): number => (network.wide.endsWith('/24') ? 64 : 8)
