import { GROUP_COMMANDS, type ListedCommand, PERSONAL_COMMANDS } from './commands.js'
import type { PackageConfig } from './config.js'
import { LANGUAGE_FILES } from './languages.js'
import { tabPage } from './pages.js'
import type { TeamsManifest } from './teams-schema.js'
import { type PackageLanguage, TEXTS } from './texts.js'
import { wordExtension } from './word-extension.js'

const SCHEMA = '1.26'

/** In the place of the id until Microsoft's own tool has put in that of the municipality (`stamp` in packaging.ts). */
export const NO_ID = '00000000-0000-0000-0000-000000000000'

/** The unified manifest of a municipality, not yet stamped, with its words in one language; version as in package.json. */
export function teamsManifest(config: PackageConfig, version: string, language: PackageLanguage): TeamsManifest {
  const { publisher, names, accent } = config
  const t = TEXTS[language]
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${SCHEMA}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA,
    version,
    id: NO_ID,
    localizationInfo: {
      defaultLanguageTag: 'de',
      defaultLanguageFile: LANGUAGE_FILES.de,
      additionalLanguages: [{ languageTag: 'en', file: LANGUAGE_FILES.en }],
    },
    developer: {
      name: publisher.name,
      websiteUrl: publisher.website,
      privacyUrl: publisher.privacy,
      termsOfUseUrl: publisher.terms,
    },
    name: names[language],
    description: { short: t.short, full: t.full },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: accent,
    defaultInstallScope: 'personal',
    ...(config.bot === undefined ? {} : { defaultGroupCapability: { team: 'bot', groupchat: 'bot' } }),
    staticTabs: staticTabs(config, language),
    ...chat(config, language),
    // Who is asking, and, in a group, the card about a text that only its writer may see.
    permissions: config.bot === undefined ? ['identity'] : ['identity', 'messageTeamMembers'],
    validDomains: [new URL(config.service).host],
    ...signIn(config),
    authorization: {
      permissions: { resourceSpecific: [{ name: 'Document.ReadWrite.User', type: 'Delegated' }] },
    },
    extensions: [wordExtension(config, t)],
  }
}

const PERSONAL = ['personal']

/** `conversations` and `about` are Teams' own: the chat first, where there is one. */
function staticTabs(config: PackageConfig, language: PackageLanguage): TeamsManifest['staticTabs'] {
  const { bot } = config
  const { tabs } = TEXTS[language]
  const page = (entityId: string, name: string, url: string) => ({
    entityId,
    name,
    contentUrl: url,
    websiteUrl: url,
    scopes: PERSONAL,
  })
  return [
    ...(bot === undefined ? [] : [{ entityId: 'conversations', scopes: PERSONAL }]),
    page('heute', tabs.today, tabPage(config, 'heute')),
    page('pruefen', tabs.check, tabPage(config, 'pruefen')),
    { entityId: 'about', scopes: PERSONAL },
  ]
}

/** The bot and its message extension; a municipality without a bot has neither. */
function chat({ bot }: PackageConfig, language: PackageLanguage): Pick<TeamsManifest, 'bots' | 'composeExtensions'> {
  if (bot === undefined) return {}
  const listed = (commands: readonly ListedCommand[]) => commands.map(command => command[language])
  const { search, action } = TEXTS[language]
  return {
    bots: [
      {
        botId: bot,
        scopes: ['personal', 'team', 'groupChat'],
        isNotificationOnly: false,
        // A file would reach the bot unchecked; it answers with the page instead.
        supportsFiles: false,
        commandLists: [
          { scopes: PERSONAL, commands: listed(PERSONAL_COMMANDS) },
          { scopes: ['team', 'groupChat'], commands: listed(GROUP_COMMANDS) },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: bot,
        commands: [
          {
            id: 'pruefenSeite',
            type: 'query',
            context: ['compose', 'commandBox'],
            title: search.title,
            description: search.description,
            initialRun: true,
            parameters: [{ name: 'text', title: search.parameter, description: search.parameterHint }],
          },
          {
            id: 'pruefenNachricht',
            type: 'action',
            context: ['message'],
            title: action.title,
            description: action.description,
            fetchTask: true,
          },
        ],
      },
    ],
  }
}

const signIn = ({ sign_in }: PackageConfig): Pick<TeamsManifest, 'webApplicationInfo'> =>
  sign_in === undefined ? {} : { webApplicationInfo: { id: sign_in.client_id, resource: sign_in.resource } }
