/** Closes and opens texts with the key of one person (AES-GCM): nobody else can read one, nor make one that opens. */
export type Seal = {
  readonly close: (text: string) => Promise<string>
  /** Undefined if it was closed with another key, or changed since. */
  readonly open: (sealed: string) => Promise<string | undefined>
}

/**
 * @param key 256 bits in base64url, as the service gives them
 * Undefined where the browser has no cryptography, which is over plain http from another machine.
 */
export async function createSeal(key: string): Promise<Seal | undefined> {
  if (!('subtle' in globalThis.crypto)) return undefined
  const { subtle } = globalThis.crypto
  const secret = await subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt'])
  return {
    async close(text) {
      const iv = crypto.getRandomValues(new Uint8Array(IV))
      const sealed = new Uint8Array(
        await subtle.encrypt({ name: 'AES-GCM', iv }, secret, new TextEncoder().encode(text)),
      )
      return `${textOf(iv)}.${textOf(sealed)}`
    },
    async open(sealed) {
      try {
        const [iv = '', closed = ''] = sealed.split('.')
        const opened = await subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv) }, secret, bytesOf(closed))
        return new TextDecoder('utf-8', { fatal: true }).decode(opened)
      } catch {
        return undefined
      }
    },
  }
}

/** Bytes of an initialisation vector of AES-GCM. */
const IV = 12
/** So many bytes at a time: more arguments than that a call does not take. */
const SLICE = 8_192

function textOf(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += SLICE) binary += String.fromCharCode(...bytes.subarray(at, at + SLICE))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Throws on what is no base64url. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0))
}
