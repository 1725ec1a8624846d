import type { PackageConfig } from './config.js'
import { iconUrl } from './icons.js'
import { panePage } from './pages.js'
import { TEXTS } from './texts.js'
import { LEAST_WORD_API } from './word-extension.js'
import { overrides } from './word-overrides.js'
import { element, escapeXml, localised } from './xml.js'

/** The two XML manifests: for the catalogue of a house of its own, and, with a button, for Microsoft 365. */
export const WORD_FILES = { catalogue: 'ki-kompass-word.xml', button: 'ki-kompass-word-365.xml' } as const
export type WordKind = keyof typeof WORD_FILES

/**
 * The XML manifest for Word without subscription (LTSC 2021, 2024), which does not read the unified one. Catalogues take no
 * buttons ("VersionOverrides"), so there it is opened by Einfügen › Meine Add-Ins; `button` is the same with them.
 * The order of the elements is prescribed.
 */
export function wordManifest(config: PackageConfig, version: string, kind: WordKind): string {
  const { service, word, publisher, names } = config
  const { origin } = new URL(service)
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="http://schemas.microsoft.com/office/appforoffice/1.1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bt="http://schemas.microsoft.com/office/officeappbasictypes/1.0" xsi:type="TaskPaneApp">
  ${element('Id', word)}
  ${element('Version', version)}
  ${element('ProviderName', publisher.name)}
  <DefaultLocale>de-DE</DefaultLocale>
  ${localised('DisplayName', { de: names.de.short, en: names.en.short })}
  ${localised('Description', { de: TEXTS.de.word, en: TEXTS.en.word })}
  <IconUrl DefaultValue="${escapeXml(iconUrl(service, 32))}"/>
  <HighResolutionIconUrl DefaultValue="${escapeXml(iconUrl(service, 64))}"/>
  <SupportUrl DefaultValue="${escapeXml(publisher.website)}"/>
  <AppDomains>
    ${element('AppDomain', origin)}
  </AppDomains>
  <Hosts>
    <Host Name="Document"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="${LEAST_WORD_API}">
      <Set Name="WordApi" MinVersion="${LEAST_WORD_API}"/>
    </Sets>
  </Requirements>
  <DefaultSettings>
    <SourceLocation DefaultValue="${escapeXml(panePage(config))}"/>
  </DefaultSettings>
  <Permissions>ReadWriteDocument</Permissions>
${kind === 'button' ? overrides(config) : ''}</OfficeApp>
`
}
