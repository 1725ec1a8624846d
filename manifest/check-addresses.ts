import { type Finding, MANIFEST, type Parts } from './parts.js'
import type { TeamsManifest } from './teams-schema.js'

/** Only https, and every page within the domains the packages name; no domain more than the pages need. */
export function checkAddresses({ manifest, word }: Parts): readonly Finding[] {
  return [...plainHttp(manifest), ...domains(manifest), ...word.flatMap(ofWord)]
}

const inManifest = (message: string): Finding => ({ file: MANIFEST, message })

function plainHttp({ developer, staticTabs, extensions }: TeamsManifest): readonly Finding[] {
  const urls = [
    developer.websiteUrl,
    developer.privacyUrl,
    developer.termsOfUseUrl,
    ...staticTabs.flatMap(({ contentUrl = [], websiteUrl = [] }) => [contentUrl, websiteUrl].flat()),
    ...addressesIn(extensions),
  ]
  return [...new Set(urls)].filter(url => !isHttps(url)).map(url => inManifest(noHttps(url)))
}

const noHttps = (url: string): string => `Die Adresse ${url} beginnt nicht mit https://.`

const isHttps = (url: string): boolean => URL.canParse(url) && new URL(url).protocol === 'https:'

/** Addresses anywhere inside a part of the manifest. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[a-z]+:\/\//i.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(addressesIn) : []
}

function domains({ staticTabs, extensions, validDomains }: TeamsManifest): readonly Finding[] {
  const pages = [
    ...staticTabs.flatMap(({ contentUrl }) => contentUrl ?? []),
    ...extensions.flatMap(({ runtimes }) => runtimes.map(({ code }) => code.page)),
  ]
  const hosts = new Set(pages.filter(page => URL.canParse(page)).map(page => new URL(page).host))
  return [
    ...[...hosts]
      .filter(host => !validDomains.includes(host))
      .map(host => inManifest(`Die Seiten liegen auf ${host}, aber validDomains nennt diese Domain nicht.`)),
    ...validDomains
      .filter(domain => domain.includes('/'))
      .map(domain =>
        inManifest(`validDomains nennt „${domain}“: Hier steht nur die Domain, ohne https:// und ohne Pfad.`),
      ),
    ...validDomains
      .filter(domain => !domain.includes('/') && !hosts.has(domain))
      .map(domain => inManifest(`validDomains nennt ${domain}, wo keine Seite liegt: weiter als nötig.`)),
  ]
}

function ofWord({ file, appDomains, page, icons, urls }: Parts['word'][number]): readonly Finding[] {
  const origin = URL.canParse(page) ? new URL(page).origin : page
  return [
    ...[...new Set([page, ...icons, ...urls, ...appDomains])]
      .filter(url => !isHttps(url))
      .map(url => ({ file, message: noHttps(url) })),
    ...(appDomains.includes(origin)
      ? []
      : [{ file, message: `Die Seite liegt auf ${origin}, aber AppDomains nennt diese Adresse nicht.` }]),
    ...appDomains
      .filter(domain => isHttps(domain) && domain !== origin)
      .map(domain => ({ file, message: `AppDomains nennt ${domain}, wo keine Seite liegt: weiter als nötig.` })),
  ]
}
