import { z } from 'zod'

/**
 * The part of the unified manifest (schema 1.26) that we write and check. Its form in full is validated against Microsoft's
 * JSON schema; what stands here beyond ours passes unread.
 */
const Icon = z.looseObject({ size: z.number(), url: z.string() })
const Tooltip = z.looseObject({ title: z.string(), description: z.string() })
const MenuItem = z.looseObject({
  id: z.string(),
  type: z.literal('menuItem'),
  label: z.string(),
  icons: z.array(Icon),
  supertip: Tooltip,
  actionId: z.string(),
})
const Control = z.looseObject({
  id: z.string(),
  type: z.enum(['button', 'menu']),
  label: z.string(),
  icons: z.array(Icon),
  supertip: Tooltip,
  actionId: z.string().optional(),
  items: z.array(MenuItem).optional(),
})
export type Control = z.infer<typeof Control>
const Group = z.looseObject({ id: z.string(), label: z.string(), icons: z.array(Icon), controls: z.array(Control) })
const Action = z.looseObject({ id: z.string(), type: z.string(), displayName: z.string(), view: z.string() })
const Runtime = z.looseObject({
  id: z.string(),
  type: z.literal('general'),
  code: z.looseObject({ page: z.string() }),
  lifetime: z.enum(['short', 'long']),
  actions: z.array(Action),
})
const Requirements = z.looseObject({
  scopes: z.array(z.string()).optional(),
  formFactors: z.array(z.string()).optional(),
  capabilities: z.array(z.looseObject({ name: z.string(), minVersion: z.string() })),
})
const Extension = z.looseObject({
  requirements: Requirements,
  runtimes: z.array(Runtime),
  ribbons: z.array(
    z.looseObject({
      requirements: Requirements,
      contexts: z.array(z.string()),
      tabs: z.array(z.looseObject({ builtInTabId: z.string(), groups: z.array(Group) })),
    }),
  ),
  contextMenus: z.array(
    z.looseObject({ menus: z.array(z.looseObject({ entryPoint: z.string(), controls: z.array(Control) })) }),
  ),
  alternates: z.array(
    z.looseObject({
      hide: z.looseObject({ customOfficeAddin: z.looseObject({ officeAddinId: z.string() }) }),
      alternateIcons: z.looseObject({ icon: Icon, highResolutionIcon: Icon }),
    }),
  ),
})

const Command = z.looseObject({ title: z.string(), description: z.string() })
const Bot = z.looseObject({
  botId: z.string(),
  scopes: z.array(z.string()),
  supportsFiles: z.boolean(),
  isNotificationOnly: z.boolean(),
  commandLists: z.array(z.looseObject({ scopes: z.array(z.string()), commands: z.array(Command) })),
})
const ComposeCommand = z.looseObject({
  id: z.string(),
  type: z.enum(['query', 'action']),
  context: z.array(z.string()),
  title: z.string(),
  description: z.string(),
  initialRun: z.boolean().optional(),
  fetchTask: z.boolean().optional(),
  parameters: z.array(z.looseObject({ name: z.string(), title: z.string(), description: z.string() })).optional(),
})
const ComposeExtension = z.looseObject({ botId: z.string(), commands: z.array(ComposeCommand) })

const StaticTab = z.looseObject({
  entityId: z.string(),
  name: z.string().optional(),
  contentUrl: z.string().optional(),
  websiteUrl: z.string().optional(),
  scopes: z.array(z.string()),
})

export const TeamsManifest = z.looseObject({
  $schema: z.string(),
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  localizationInfo: z.looseObject({
    defaultLanguageTag: z.string(),
    defaultLanguageFile: z.string(),
    additionalLanguages: z.array(z.looseObject({ languageTag: z.string(), file: z.string() })),
  }),
  developer: z.looseObject({
    name: z.string(),
    websiteUrl: z.string(),
    privacyUrl: z.string(),
    termsOfUseUrl: z.string(),
  }),
  name: z.looseObject({ short: z.string(), full: z.string() }),
  description: z.looseObject({ short: z.string(), full: z.string() }),
  icons: z.looseObject({ color: z.string(), outline: z.string() }),
  accentColor: z.string(),
  defaultInstallScope: z.string(),
  staticTabs: z.array(StaticTab),
  bots: z.array(Bot).optional(),
  composeExtensions: z.array(ComposeExtension).optional(),
  permissions: z.array(z.string()),
  devicePermissions: z.array(z.string()).optional(),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.looseObject({ id: z.string(), resource: z.string() }).optional(),
  authorization: z.looseObject({
    permissions: z.looseObject({
      resourceSpecific: z.array(z.looseObject({ name: z.string(), type: z.string() })),
    }),
  }),
  extensions: z.array(Extension),
})
export type TeamsManifest = z.infer<typeof TeamsManifest>
