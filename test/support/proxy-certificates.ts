import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

/** A key pair and what somebody says about it, as PEM. */
export type Certified = { readonly certificate: string; readonly privateKey: string }

/** An authority as a house runs for itself: nobody else has heard of it. */
export type Authority = {
  readonly certificate: string
  /** A certificate for servers of these names. */
  readonly certify: (...names: string[]) => Certified
}

type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

export function authority(name = 'Rathaus CA'): Authority {
  const own = newPair()
  const certificate = certified({ name, issuer: name, pair: own, by: own.privateKey, extensions: [IS_AUTHORITY] })
  return {
    certificate,
    certify: (...names) => {
      const pair = newPair()
      const extensions = [forNames(names)]
      return {
        certificate: certified({ name: names[0] ?? '', issuer: name, pair, by: own.privateKey, extensions }),
        privateKey: pemOf(pair.privateKey),
      }
    },
  }
}

/** What an application signs itself, to prove itself with. */
export function selfSigned(name: string): Certified {
  const pair = newPair()
  const certificate = certified({ name, issuer: name, pair, by: pair.privateKey, extensions: [] })
  return { certificate, privateKey: pemOf(pair.privateKey) }
}

const newPair = (): Pair => generateKeyPairSync('rsa', { modulusLength: 2048 })
const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()

type Asked = {
  readonly name: string
  readonly issuer: string
  readonly pair: Pair
  readonly by: KeyObject
  readonly extensions: readonly Buffer[]
}

/** X.509 version 3 (RFC 5280 § 4.1), valid from yesterday for a month; Node reads certificates, but writes none. */
function certified({ name, issuer, pair, by, extensions }: Asked): string {
  const day = 24 * 60 * 60_000
  const valid = sequence(utcTime(Date.now() - day), utcTime(Date.now() + 30 * day))
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' })
  const serial = element(0x02, Buffer.concat([Buffer.of(1), randomBytes(8)]))
  const version3 = element(0xa0, element(0x02, Buffer.of(2)))
  const more = extensions.length > 0 ? [element(0xa3, sequence(...extensions))] : []
  const content = sequence(version3, serial, RS256, named(issuer), valid, named(name), publicKey, ...more)
  const der = sequence(content, RS256, bits(sign('sha256', content, by)))
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

/** Tag, length, content: how everything in a certificate is written (DER). */
function element(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]): Buffer => element(0x30, ...parts)
const bits = (content: Buffer): Buffer => element(0x03, Buffer.of(0), content)
const id = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'))
const utcTime = (at: number): Buffer =>
  element(0x17, Buffer.from(`${new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))

/** sha256WithRSAEncryption. */
const RS256 = sequence(id('2a864886f70d01010b'), Buffer.of(0x05, 0))
/** A name that consists of a common name only. */
const named = (name: string): Buffer =>
  sequence(element(0x31, sequence(id('550403'), element(0x0c, Buffer.from(name)))))
/** basicConstraints, critical: may certify others. */
const IS_AUTHORITY = sequence(id('551d13'), Buffer.of(0x01, 1, 0xff), element(0x04, sequence(Buffer.of(0x01, 1, 0xff))))
/** subjectAltName. */
const forNames = (names: readonly string[]): Buffer =>
  sequence(id('551d11'), element(0x04, sequence(...names.map(name => element(0x82, Buffer.from(name))))))
