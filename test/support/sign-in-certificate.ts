import { createSign, generateKeyPairSync } from 'node:crypto'

export type PemPair = { readonly certificate: string; readonly privateKey: string }

/** A certificate that signs itself, and its key, made without any tool of the machine; valid from 2026 to 2046. */
export function selfSigned(name = 'ki-kompass-bot'): PemPair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const content = sequence(
    der(0xa0, integer(2)),
    integer(1),
    RSA_SHA256,
    nameOf(name),
    sequence(utc('260101000000Z'), utc('460101000000Z')),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('RSA-SHA256').update(content).sign(privateKey)
  const certificate = sequence(content, RSA_SHA256, der(0x03, Buffer.concat([Buffer.from([0]), signature])))
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

/** One value of ASN.1 as DER writes it: kind, length, content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, Buffer.concat(parts))
const integer = (value: number): Buffer => der(0x02, Buffer.from([value]))
const utc = (time: string): Buffer => der(0x17, Buffer.from(time))
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
const COMMON_NAME = oid('550403')
const RSA_SHA256 = sequence(oid('2a864886f70d01010b'), der(0x05, Buffer.alloc(0)))
const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))))
