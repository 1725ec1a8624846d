import type { PackageConfig } from './config.js'
import { BUTTON_SIZES, iconUrl } from './icons.js'
import { panePage } from './pages.js'
import { type PackageTexts, TEXTS } from './texts.js'
import { escapeXml, localised } from './xml.js'

type Resource = { readonly id: string; readonly of: (texts: PackageTexts) => string }

/** At most 32 characters each; referred to by `resid`. */
const SHORT: readonly Resource[] = [
  { id: 'Button.Label', of: t => t.button.label },
  { id: 'Menu.Item', of: t => t.menu.item },
]
const LONG: readonly Resource[] = [
  { id: 'Button.Tooltip', of: t => t.button.tooltip },
  { id: 'Menu.Tooltip', of: t => t.menu.itemTooltip },
]
const PANE_URL = 'Pane.Url'
const iconId = (size: number): string => `Icon.${size}`

/** Button on the start tab and entry in the context menu, for the XML manifest; what the unified one says in JSON. */
export const overrides = (
  config: PackageConfig,
): string => `  <VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides" xsi:type="VersionOverridesV1_0">
    <Hosts>
      <Host xsi:type="Document">
        <DesktopFormFactor>
          <ExtensionPoint xsi:type="PrimaryCommandSurface">
            <OfficeTab id="TabHome">
              <Group id="Kompass.Group">
                <Label resid="Button.Label"/>
                ${ICON}
                ${button('Kompass.Button', 'Button.Label', 'Button.Tooltip')}
              </Group>
            </OfficeTab>
          </ExtensionPoint>
          <ExtensionPoint xsi:type="ContextMenu">
            <OfficeMenu id="ContextMenuText">
              ${button('Kompass.MenuCheck', 'Menu.Item', 'Menu.Tooltip')}
            </OfficeMenu>
          </ExtensionPoint>
        </DesktopFormFactor>
      </Host>
    </Hosts>
    <Resources>
      <bt:Images>
        ${BUTTON_SIZES.map(size => `<bt:Image id="${iconId(size)}" DefaultValue="${escapeXml(iconUrl(config.service, size))}"/>`).join('\n        ')}
      </bt:Images>
      <bt:Urls>
        <bt:Url id="${PANE_URL}" DefaultValue="${escapeXml(panePage(config))}"/>
      </bt:Urls>
      <bt:ShortStrings>
        ${SHORT.map(stringOf).join('\n        ')}
      </bt:ShortStrings>
      <bt:LongStrings>
        ${LONG.map(stringOf).join('\n        ')}
      </bt:LongStrings>
    </Resources>
  </VersionOverrides>
`

const ICON = `<Icon>${BUTTON_SIZES.map(size => `<bt:Image size="${size}" resid="${iconId(size)}"/>`).join('')}</Icon>`

const button = (id: string, label: string, tooltip: string): string =>
  `<Control xsi:type="Button" id="${id}"><Label resid="${label}"/><Supertip><Title resid="${label}"/><Description resid="${tooltip}"/></Supertip>${ICON}<Action xsi:type="ShowTaskpane"><TaskpaneId>Kompass.Pane</TaskpaneId><SourceLocation resid="${PANE_URL}"/></Action></Control>`

const stringOf = ({ id, of }: Resource): string =>
  localised('bt:String', { de: of(TEXTS.de), en: of(TEXTS.en) }, ` id="${id}"`)
