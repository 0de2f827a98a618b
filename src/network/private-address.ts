import { BlockList, isIP } from 'node:net';

/** RFC 6890: this machine, its network, its cloud's data about it, and what is no single machine. */
const RANGES_4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
];

/** The same for version 6, with ways into version 4 that no web server uses: compatible addresses, Teredo, 6to4. */
const RANGES_6: readonly (readonly [network: string, prefix: number])[] = [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];

const PRIVATE = new BlockList();
for (const [network, prefix] of RANGES_4) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
  // What a network without version 4 makes of it (RFC 6052).
  PRIVATE.addSubnet(`64:ff9b::${network}`, 96 + prefix, 'ipv6');
}
for (const [network, prefix] of RANGES_6) PRIVATE.addSubnet(network, prefix, 'ipv6');

/** Whether an address as text, version 4 or 6, is not of the public internet. */
export function isPrivateAddress(address: string): boolean {
  const [plain = ''] = address.split('%');
  return PRIVATE.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}
