import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { z } from 'zod'
import { COMMANDS } from '../../bot/commands/index.js'
import { readConfig } from '../../bot/config.js'
import { packageRoot } from '../../bot/paths.js'
import { REGISTER } from '../../bot/settings/register.js'
import { makeCertificate } from '../support/x509.js'

const root = packageRoot()
const read = (file: string): string => readFileSync(join(root, file), 'utf8')

/** Names of settings that stand for a family, or that may come as a file. */
const KNOWN = new Set(REGISTER.map(({ name }) => name))
const SECRETS = new Set(REGISTER.filter(({ secret }) => secret).map(({ name }) => name))
function isSetting(name: string): boolean {
  if (KNOWN.has(name) || (name.endsWith('_FILE') && SECRETS.has(name.slice(0, -'_FILE'.length)))) return true
  // „KOMPASS_BOT_…“ in a text names all that begin so.
  return name.endsWith('_') && [...KNOWN].some(known => known.startsWith(name))
}

const DEPLOY = readdirSync(join(root, 'deploy'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry => join(entry.parentPath, entry.name).slice(root.length + 1))

test.each(['Dockerfile', 'docs/betrieb.md', 'docs/datenschutz.md', ...DEPLOY])(
  '%s names only settings there are',
  file => {
    const named = read(file).match(/KOMPASS_[A-Z_]+|DATABASE_URL(?:_FILE)?/g) ?? []
    const unknown = named.filter(name => !isSetting(name) && !/^KOMPASS_MODEL_(?:KEY|URL)_/.test(name))
    expect(unknown).toEqual([])
  },
)

test.each(['docs/betrieb.md', 'docs/datenschutz.md'])('%s: every link leads somewhere', file => {
  const text = read(file)
  const headings = new Set([...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)))
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link)
  expect(links.length).toBeGreaterThan(3)
  const dead = links.filter(link =>
    link.startsWith('#') ? !headings.has(link.slice(1)) : !existsSync(join(root, 'docs', link.replace(/#.*/, ''))),
  )
  expect(dead).toEqual([])
})

/** As GitHub makes them. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(' ', '-')

test('every command the guide tells to run exists', () => {
  const told = [...read('docs/betrieb.md').matchAll(/dist\/bot\/cli\.js ([a-z-]+)/g)].map(([, name]) => name)
  const names = new Set(COMMANDS.map(({ name }) => name))
  expect(told.length).toBeGreaterThan(2)
  expect(told.filter(name => name === undefined || !names.has(name))).toEqual([])
})

describe('the image', () => {
  const lines = read('Dockerfile').replaceAll(/\\\n/g, ' ').split('\n')
  const instructions = lines.filter(line => line.trim() !== '' && !line.startsWith('#'))
  const last = instructions.slice(instructions.findLastIndex(line => line.startsWith('FROM')))
  const argument = (name: string, from: readonly string[]): string[] =>
    from.flatMap(line => (line.startsWith(`${name} `) ? [line.slice(name.length + 1)] : []))

  test('stands on a Node with long-term support, the same in every stage', () => {
    expect(argument('ARG', instructions)).toEqual([expect.stringMatching(/^NODE=24-[a-z]+-slim$/)])
    expect(argument('FROM', instructions).every(base => base.startsWith('node:$' + '{NODE}'))).toBe(true)
  })

  test('runs as nobody in particular, by number', () => {
    const [user] = argument('USER', last)
    expect(user).toMatch(/^[1-9]\d*:[1-9]\d*$/)
    expect(last.findIndex(line => line.startsWith('USER'))).toBeLessThan(last.findIndex(line => line.startsWith('CMD')))
  })

  test('carries no secret and no compiler', () => {
    expect(instructions.join('\n')).not.toMatch(/SECRET|PASSWORD|_KEY|TOKEN|postgres(?:ql)?:/)
    expect(last.join('\n')).not.toMatch(/npm (?:ci|install|run)/)
    expect(argument('COPY', last).join(' ')).not.toMatch(/test|addin|\.data/)
  })

  test('is asked how it is, and started without a shell, so that it hears when to end', () => {
    expect(argument('HEALTHCHECK', last)).toHaveLength(1)
    expect(argument('CMD', last)).toEqual(['["node", "dist/bot/main.js"]'])
  })

  test('everything copied exists and is let through to the builder', () => {
    const ignore = read('.dockerignore').split('\n')
    expect(ignore).toContain('*')
    const sources = argument('COPY', instructions)
      .filter(copied => !copied.startsWith('--from'))
      .flatMap(copied => copied.split(/\s+/).slice(0, -1))
    for (const source of sources) {
      expect(existsSync(join(root, source))).toBe(true)
      expect(ignore.some(line => line.startsWith('!') && `${source}/`.startsWith(`${line.slice(1)}/`))).toBe(true)
    }
  })
})

const Compose = z.object({
  services: z.object({
    kompass: z.object({
      read_only: z.literal(true),
      cap_drop: z.array(z.literal('ALL')).min(1),
      security_opt: z.array(z.literal('no-new-privileges:true')).min(1),
      ports: z.array(z.string().startsWith('127.0.0.1:')),
      environment: z.record(z.string(), z.string()),
      secrets: z.array(z.string()).min(1),
    }),
  }),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
})

test('the compose file holds the container as closed as the guide says, with secrets as files', () => {
  const { services, secrets } = Compose.parse(parse(read('deploy/compose.yaml')))
  for (const name of services.kompass.secrets) expect(secrets).toHaveProperty(name)
  for (const name of Object.keys(services.kompass.environment))
    expect(SECRETS.has(name) ? `${name} stands in the open` : '').toBe('')
})

const BOT = makeCertificate()
/** Files the examples name: whatever they are called, they hold what belongs there. */
const fileOf = (yaml: string) => (path: string) => {
  if (path.endsWith('.yaml')) return yaml
  return path.endsWith('.crt') ? BOT.cert : BOT.key
}

test('the example of settings is one the service reads', () => {
  const environment = Object.fromEntries(
    read('deploy/ki-kompass.env.example')
      .split('\n')
      .filter(line => /^[A-Z_]+=/.test(line))
      .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  )
  expect(Object.keys(environment)).toContain('KOMPASS_BOT_CERTIFICATE')
  const result = readConfig(environment, fileOf(''))
  expect(result).toMatchObject({ ok: true })
})

test('so is the example of several municipalities in the guide', () => {
  const yaml = /```yaml\n(municipalities:[^`]*)```/.exec(read('docs/betrieb.md'))?.[1] ?? ''
  const environment = {
    KOMPASS_MUNICIPALITIES: '/etc/ki-kompass/kommunen.yaml',
    KOMPASS_PUBLIC_URL: 'https://kompass.example',
    KOMPASS_PROXY_TRUST: '1',
  }
  expect(readConfig(environment, fileOf(yaml))).toMatchObject({
    ok: true,
    config: { municipalities: [{ pack: expect.stringContaining('neustadt') }, { signIn: { kind: 'oidc' } }] },
  })
})

test('proxies send the way of Teams to its own port and everything else to the other', () => {
  const { KOMPASS_PORT, KOMPASS_MESSAGES_PORT } = { KOMPASS_PORT: '3978', KOMPASS_MESSAGES_PORT: '3979' }
  const example = read('deploy/ki-kompass.env.example')
  expect(example).toContain(`KOMPASS_PORT=${KOMPASS_PORT}`)
  expect(example).toContain(`KOMPASS_MESSAGES_PORT=${KOMPASS_MESSAGES_PORT}`)
  for (const file of ['deploy/nginx.conf', 'deploy/Caddyfile']) {
    expect(read(file)).toContain(`127.0.0.1:${KOMPASS_PORT}`)
    expect(read(file)).toContain(`127.0.0.1:${KOMPASS_MESSAGES_PORT}`)
    expect(read(file)).toContain('/metrics')
  }
})
