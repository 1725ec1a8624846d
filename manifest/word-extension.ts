import type { PackageConfig } from './config.js'
import { BUTTON_SIZES, iconUrl } from './icons.js'
import { panePage } from './pages.js'
import type { TeamsManifest } from './teams-schema.js'
import type { PackageTexts } from './texts.js'

const OPEN_PANE = 'openPane'

/** The least Word the pane works in; as LEAST_WORD in addin/office/word/capabilities.ts. */
export const LEAST_WORD_API = '1.3'

/** The pane in Word of Microsoft 365: a button on the start tab and an entry in the context menu of marked text. */
export function wordExtension(config: PackageConfig, t: PackageTexts): TeamsManifest['extensions'][number] {
  const { service, word } = config
  const icons = BUTTON_SIZES.map(size => ({ size, url: iconUrl(service, size) }))
  return {
    requirements: {
      scopes: ['document'],
      formFactors: ['desktop'],
      capabilities: [{ name: 'WordApi', minVersion: LEAST_WORD_API }],
    },
    runtimes: [
      {
        id: 'pane',
        type: 'general',
        code: { page: panePage(config) },
        lifetime: 'short',
        actions: [{ id: OPEN_PANE, type: 'openPage', displayName: t.pane, view: 'kompassPane' }],
      },
    ],
    ribbons: [
      {
        requirements: { capabilities: [{ name: 'AddinCommands', minVersion: '1.1' }] },
        contexts: ['default'],
        tabs: [
          {
            builtInTabId: 'TabHome',
            groups: [
              {
                id: 'kompassGroup',
                label: t.button.label,
                icons,
                controls: [
                  {
                    id: 'kompassButton',
                    type: 'button',
                    label: t.button.label,
                    icons,
                    supertip: { title: t.button.label, description: t.button.tooltip },
                    actionId: OPEN_PANE,
                    enabled: true,
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    contextMenus: [
      {
        menus: [
          {
            entryPoint: 'text',
            // Word takes menus here only, so the entry stands in one.
            controls: [
              {
                id: 'kompassMenu',
                type: 'menu',
                label: t.menu.label,
                icons,
                supertip: { title: t.menu.label, description: t.menu.tooltip },
                items: [
                  {
                    id: 'kompassMenuCheck',
                    type: 'menuItem',
                    label: t.menu.item,
                    icons,
                    supertip: { title: t.menu.item, description: t.menu.itemTooltip },
                    actionId: OPEN_PANE,
                    enabled: true,
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    alternates: [
      {
        // Where this package works, the one for perpetual Word need not stand beside it.
        hide: { customOfficeAddin: { officeAddinId: word } },
        // With these Microsoft makes an XML manifest of it for Word that does not read this one.
        alternateIcons: {
          icon: { size: 32, url: iconUrl(service, 32) },
          highResolutionIcon: { size: 64, url: iconUrl(service, 64) },
        },
      },
    ],
  }
}
