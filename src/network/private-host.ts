import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** RFC 6890: this machine, its network, its cloud's data about it, and what is no single machine. */
const RANGES: readonly (readonly [network: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 127, 'ipv6'],
  ['64:ff9b:1::', 48, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
];

/** Whether an address as text, version 4 or 6, is not of the public internet. */
export function isPrivateAddress(address: string): boolean {
  const list = new BlockList();
  for (const [network, prefix, family] of RANGES) list.addSubnet(network, prefix, family);
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Whether a URL leads to this machine or its own network, by its address or by what its name stands for.
 * @returns false also for a name that nobody knows: the request will say so
 */
export async function isPrivateHost(url: string): Promise<boolean> {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return isPrivateAddress(host);
  try {
    const found = await lookup(host, { all: true });
    return found.some(({ address }) => isPrivateAddress(address));
  } catch {
    return false;
  }
}
