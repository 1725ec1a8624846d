import { isIPv4 } from 'node:net'

/** Whether a host name of an address (brackets included) is this machine, whatever a name server says. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'))
