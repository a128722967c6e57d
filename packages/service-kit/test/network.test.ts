import { expect, test } from 'vitest'
import { networkOf } from '../src/network.ts'

test('an IPv6 customer is a /64, however the address is written, and an IPv4 customer an address', () => {
  for (const ip of ['2001:db8:1:2:3:4:5:6', '2001:0DB8:0001:0002::1', '2001:db8:1:2:ffff:ffff:ffff:ffff%eth0'])
    expect(networkOf(ip)).toEqual({ near: '2001:db8:1:2::/64', wide: '2001:db8:1::/48' })
  for (const ip of ['192.0.2.7', '::ffff:192.0.2.7', '::ffff:c000:207'])
    expect(networkOf(ip)).toEqual({ near: '192.0.2.7', wide: '192.0.2.0/24' })
  expect(networkOf('')).toEqual({ near: '', wide: '' })
})
