import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from '@jest/globals'
import { z } from 'zod'
import { packageRoot } from '../../bot/paths.js'
import { checkPackages } from '../../manifest/check.js'
import type { PackageFiles } from '../../manifest/parts.js'
import { readPackages } from '../../manifest/read-packages.js'
import { hostPackages } from './packaged.js'
import { both, disguised, type Plant, put, swap, without, word } from './plant.js'

const { packages } = hostPackages()
const { version: VERSION } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')))

let right: PackageFiles
beforeAll(async () => {
  right = await readPackages(packages())
})

const M = 'manifest.json'
const BUTTON = 'extensions.0.ribbons.0.tabs.0.groups.0.controls.0'
const ITEM = 'extensions.0.contextMenus.0.menus.0.controls.0.items.0'
const WORD = 'ki-kompass-word.xml'
const WORD_365 = 'ki-kompass-word-365.xml'
const SERVICE = 'https://kompass.musterstadt.example'

type Row = { readonly why: string; readonly plant: Plant; readonly file: string; readonly says: string }

const MISTAKES: readonly Row[] = [
  // Versions
  {
    why: 'a version Office does not read',
    plant: put(M, 'version', 'v0.1'),
    file: M,
    says: 'besteht nicht aus drei Zahlen',
  },
  {
    why: 'a version with a word behind',
    plant: swap(WORD, `<Version>${VERSION}<`, `<Version>${VERSION}-beta<`),
    file: WORD,
    says: 'besteht nicht aus drei Zahlen',
  },
  {
    why: 'the XML manifest left at an older version',
    plant: swap(WORD_365, `<Version>${VERSION}<`, '<Version>0.0.9<'),
    file: WORD_365,
    says: 'ist nicht die aus package.json',
  },
  {
    why: 'the manifest ahead of package.json',
    plant: put(M, 'version', '99.0.0'),
    file: M,
    says: 'ist nicht die aus package.json',
  },

  // Ids
  {
    why: 'the id of the template',
    plant: put(M, 'id', '00000000-0000-0000-0000-000000000000'),
    file: M,
    says: 'Kennung der App fehlt',
  },
  {
    why: 'an extension of another bot',
    plant: put(M, 'composeExtensions.0.botId', '11111111-0000-4000-8000-000000000003'),
    file: M,
    says: 'den es im Paket nicht gibt',
  },
  {
    why: 'an extension without any bot',
    plant: put(M, 'bots', undefined),
    file: M,
    says: 'den es im Paket nicht gibt',
  },
  {
    why: 'signing in for another host',
    plant: put(M, 'webApplicationInfo.resource', 'api://andere.example/00000000-0000-4000-8000-000000000004'),
    file: M,
    says: 'passt nicht zu Seite, Anwendung oder Bot',
  },
  {
    why: 'signing in for another application',
    plant: put(M, 'webApplicationInfo.id', '11111111-0000-4000-8000-000000000004'),
    file: M,
    says: 'passt nicht zu Seite, Anwendung oder Bot',
  },
  {
    why: 'signing in by the bot, but another one',
    plant: put(
      M,
      'webApplicationInfo.resource',
      'api://kompass.musterstadt.example/botid-11111111-0000-4000-8000-000000000003',
    ),
    file: M,
    says: 'passt nicht zu Seite, Anwendung oder Bot',
  },
  {
    why: 'a button without an action',
    plant: put(M, `${BUTTON}.actionId`, 'opnePane'),
    file: M,
    says: 'ruft die Aktion „opnePane“ auf',
  },
  {
    why: 'a menu entry without an action',
    plant: put(M, `${ITEM}.actionId`, 'openPain'),
    file: M,
    says: 'ruft die Aktion „openPain“ auf',
  },
  {
    why: 'an action that was renamed',
    plant: put(M, 'extensions.0.runtimes.0.actions.0.id', 'open'),
    file: M,
    says: 'ruft die Aktion „openPane“ auf',
  },
  {
    why: 'two controls of one id',
    plant: put(M, `${ITEM}.id`, 'kompassButton'),
    file: M,
    says: '„kompassButton“ kommt zweimal vor',
  },
  {
    why: 'two tabs of one id',
    plant: put(M, 'staticTabs.2.entityId', 'heute'),
    file: M,
    says: '„heute“ kommt zweimal vor',
  },
  {
    why: 'two commands of one id',
    plant: put(M, 'composeExtensions.0.commands.1.id', 'pruefenSeite'),
    file: M,
    says: '„pruefenSeite“ kommt zweimal vor',
  },
  {
    why: 'two runtimes of one id',
    plant: put(M, 'extensions.0.runtimes.1', {
      id: 'pane',
      type: 'general',
      code: { page: `${SERVICE}/pane/` },
      lifetime: 'short',
      actions: [],
    }),
    file: M,
    says: '„pane“ kommt zweimal vor',
  },
  {
    why: 'two actions of one id',
    plant: put(M, 'extensions.0.runtimes.0.actions.1', {
      id: 'openPane',
      type: 'openPage',
      displayName: 'KI-Kompass',
      view: 'elsewhere',
    }),
    file: M,
    says: '„openPane“ kommt zweimal vor',
  },
  {
    why: 'app and add-in of one id',
    plant: both(swap(WORD, '000000000002<', '000000000001<'), swap(WORD_365, '000000000002<', '000000000001<')),
    file: WORD,
    says: 'dieselbe Kennung wie die App',
  },
  {
    why: 'the older add-in not hidden by the newer',
    plant: put(
      M,
      'extensions.0.alternates.0.hide.customOfficeAddin.officeAddinId',
      '00000000-0000-4000-8000-000000000009',
    ),
    file: M,
    says: 'alternates nennt es nicht',
  },

  // Addresses
  {
    why: 'a tab on a host not listed',
    plant: put(M, 'staticTabs.1.contentUrl', 'https://andere.example/tab/'),
    file: M,
    says: 'andere.example, aber validDomains',
  },
  {
    why: 'a pane on a host not listed',
    plant: put(M, 'extensions.0.runtimes.0.code.page', 'https://andere.example/pane/'),
    file: M,
    says: 'andere.example, aber validDomains',
  },
  { why: 'https:// among the domains', plant: put(M, 'validDomains.0', SERVICE), file: M, says: 'ohne https://' },
  {
    why: 'a path among the domains',
    plant: put(M, 'validDomains.0', 'kompass.musterstadt.example/tab'),
    file: M,
    says: 'ohne https:// und ohne Pfad',
  },
  { why: 'a domain too many', plant: put(M, 'validDomains.1', '*.example'), file: M, says: 'weiter als nötig' },
  {
    why: 'another port than the one listed',
    plant: put(M, 'validDomains.0', 'kompass.musterstadt.example:8443'),
    file: M,
    says: 'weiter als nötig',
  },
  {
    why: 'a page for privacy over http',
    plant: put(M, 'developer.privacyUrl', 'http://www.musterstadt.example/'),
    file: M,
    says: 'beginnt nicht mit https://',
  },
  {
    why: 'a page of the publisher over http',
    plant: put(M, 'developer.websiteUrl', 'http://www.musterstadt.example/'),
    file: M,
    says: 'http://www.musterstadt.example/ beginnt nicht mit https://',
  },
  {
    why: 'terms over http',
    plant: put(M, 'developer.termsOfUseUrl', 'http://www.musterstadt.example/nutzung'),
    file: M,
    says: 'http://www.musterstadt.example/nutzung beginnt nicht mit https://',
  },
  {
    why: 'a tab that opens in the browser over http',
    plant: put(M, 'staticTabs.1.websiteUrl', 'http://kompass.musterstadt.example/tab/'),
    file: M,
    says: 'http://kompass.musterstadt.example/tab/ beginnt nicht mit https://',
  },
  {
    why: 'a tab over http',
    plant: put(M, 'staticTabs.1.contentUrl', 'http://kompass.musterstadt.example/tab/'),
    file: M,
    says: 'beginnt nicht mit https://',
  },
  {
    why: 'an icon over http',
    plant: put(M, `${BUTTON}.icons.0.url`, 'http://kompass.musterstadt.example/manifest/icons/icon-16.png'),
    file: M,
    says: 'beginnt nicht mit https://',
  },
  {
    why: 'an icon of the XML manifest over http',
    plant: swap(WORD, /(<IconUrl DefaultValue=")https/, '$1http'),
    file: WORD,
    says: 'beginnt nicht mit https://',
  },
  {
    why: 'the pane of the XML manifest over http',
    plant: swap(WORD, /(<SourceLocation DefaultValue=")https/, '$1http'),
    file: WORD,
    says: 'http://kompass.musterstadt.example/pane/ beginnt nicht mit https://',
  },
  {
    why: 'the pane of a button over http',
    plant: swap(WORD_365, /(<bt:Url id="Pane.Url" DefaultValue=")https/, '$1http'),
    file: WORD_365,
    says: 'beginnt nicht mit https://',
  },
  {
    why: 'AppDomains without https://',
    plant: swap(WORD, `<AppDomain>${SERVICE}`, '<AppDomain>kompass.musterstadt.example'),
    file: WORD,
    says: 'beginnt nicht mit https://',
  },
  {
    why: 'a page beyond AppDomains',
    plant: swap(WORD, /(<SourceLocation DefaultValue=")https:\/\/[^/]+/, '$1https://andere.example'),
    file: WORD,
    says: 'andere.example, aber AppDomains',
  },
  {
    why: 'AppDomains too many',
    plant: swap(WORD, '</AppDomains>', '<AppDomain>https://andere.example</AppDomain></AppDomains>'),
    file: WORD,
    says: 'weiter als nötig',
  },

  // Permissions
  {
    why: 'a device it does not use',
    plant: put(M, 'devicePermissions', ['geolocation']),
    file: M,
    says: '„geolocation“ wird nicht gebraucht',
  },
  {
    why: 'reading the messages of a team',
    plant: put(M, 'authorization.permissions.resourceSpecific.1', {
      name: 'ChannelMessage.Read.Group',
      type: 'Application',
    }),
    file: M,
    says: '„ChannelMessage.Read.Group Application“ wird nicht gebraucht',
  },
  {
    why: 'writing to members without a bot',
    plant: both(put(M, 'bots', undefined), put(M, 'composeExtensions', undefined)),
    file: M,
    says: '„messageTeamMembers“ wird nicht gebraucht',
  },
  {
    why: 'a pane that may only read',
    plant: put(M, 'authorization.permissions.resourceSpecific.0.name', 'Document.Read.User'),
    file: M,
    says: 'kann der Bereich in Word nichts einfügen',
  },
  {
    why: 'a pane of the XML manifest that may only read',
    plant: swap(WORD, 'ReadWriteDocument', 'ReadDocument'),
    file: WORD,
    says: 'Die Berechtigung ist „ReadDocument“',
  },

  // Texts
  {
    why: 'a name too long in English only',
    plant: word('en.json', 'name.short', 'KI-Kompass of the old town of Musterstadt'),
    file: 'en.json',
    says: 'höchstens 30',
  },
  {
    why: 'a tooltip longer than Word shows',
    plant: put(M, `${BUTTON}.supertip.description`, 'a'.repeat(251)),
    file: M,
    says: 'höchstens 250',
  },
  {
    why: 'a name with a product in it',
    plant: put(M, 'name.full', 'KI-Kompass für Word'),
    file: M,
    says: 'nennt ein Produkt',
  },
  {
    why: 'a name with a product in it, in English',
    plant: word('en.json', 'name.full', 'KI-Kompass for Microsoft 365'),
    file: 'en.json',
    says: 'nennt ein Produkt',
  },
  {
    why: 'the name of the XML manifest with a product in it',
    plant: swap(WORD, '<DisplayName DefaultValue="KI-Kompass">', '<DisplayName DefaultValue="Teams-Kompass">'),
    file: WORD,
    says: 'nennt ein Produkt',
  },
  {
    why: 'an eleventh command, which the schema allows',
    plant: put(M, 'bots.0.commandLists.0.commands.10', { title: 'pause', description: 'Pause' }),
    file: M,
    says: 'hat 11 Befehle',
  },
  {
    why: 'a button with nothing written on it',
    plant: put(M, `${BUTTON}.label`, ' '),
    file: M,
    says: 'keine Beschriftung',
  },
  {
    why: 'a tooltip with nothing in it',
    plant: put(M, `${ITEM}.supertip.description`, ' '),
    file: M,
    says: 'keinen Hinweistext',
  },
  {
    why: 'a name longer than Office takes',
    plant: swap(WORD, '<DisplayName DefaultValue="', `<DisplayName DefaultValue="${'a'.repeat(126)}`),
    file: WORD,
    says: 'DisplayName hat',
  },
  {
    why: 'a label longer than Office takes',
    plant: swap(
      WORD_365,
      '<bt:String id="Menu.Item" DefaultValue="',
      `<bt:String id="Menu.Item" DefaultValue="${'a'.repeat(126)}`,
    ),
    file: WORD_365,
    says: 'ShortStrings hat',
  },
  {
    why: 'a description longer than Office takes',
    plant: swap(WORD, /<Description DefaultValue="/, `<Description DefaultValue="${'a'.repeat(251)}`),
    file: WORD,
    says: 'höchstens 250',
  },
  {
    why: 'a long text of a button',
    plant: swap(
      WORD_365,
      /<bt:String id="Button.Tooltip" DefaultValue="/,
      `<bt:String id="Button.Tooltip" DefaultValue="${'a'.repeat(251)}`,
    ),
    file: WORD_365,
    says: 'LongStrings',
  },

  // Languages
  { why: 'no file for English', plant: without('teams', 'en.json'), file: 'en.json', says: 'Die Datei fehlt' },
  {
    why: 'no file for the default language',
    plant: without('teams', 'de.json'),
    file: 'de.json',
    says: 'Die Datei fehlt',
  },
  {
    why: 'a text not translated',
    plant: word('en.json', 'staticTabs[1].name', undefined),
    file: 'en.json',
    says: 'staticTabs[1].name fehlt',
  },
  {
    why: 'a tooltip not translated',
    plant: word('en.json', 'extensions[0].ribbons[0].tabs[0].groups[0].controls[0].supertip.description', undefined),
    file: 'en.json',
    says: 'supertip.description fehlt',
  },
  {
    why: 'a path that leads nowhere',
    plant: word('en.json', 'staticTabs[9].name', 'Elsewhere'),
    file: 'en.json',
    says: 'staticTabs[9].name gibt es im Manifest nicht',
  },
  {
    why: 'a tab that went, its word that stayed',
    plant: put(M, 'staticTabs.2', undefined),
    file: 'en.json',
    says: 'staticTabs[2].name gibt es im Manifest nicht',
  },
  {
    why: 'German in file and manifest differing',
    plant: put(M, 'description.short', 'Etwas anderes'),
    file: 'de.json',
    says: 'sagt etwas anderes',
  },

  // Icons
  { why: 'no color icon', plant: without('teams', 'color.png'), file: 'color.png', says: 'fehlt' },
  {
    why: 'a manifest that names another icon',
    plant: put(M, 'icons.outline', 'umriss.png'),
    file: 'umriss.png',
    says: 'fehlt',
  },
  {
    why: 'a color icon of 32 pixels',
    plant: disguised('teams', 'color.png', 'outline.png'),
    file: 'color.png',
    says: '32 × 32 statt 192 × 192',
  },
  {
    why: 'an outline of 192 pixels',
    plant: disguised('teams', 'outline.png', 'color.png'),
    file: 'outline.png',
    says: '192 × 192 statt 32 × 32',
  },
  {
    why: 'an outline on a ground of its own',
    plant: disguised('teams', 'outline.png', 'color.png'),
    file: 'outline.png',
    says: 'keinen durchsichtigen Grund',
  },
  {
    why: 'an icon that is no picture',
    plant: disguised('teams', 'color.png', 'no picture at all'),
    file: 'color.png',
    says: 'kein PNG',
  },
  {
    why: 'an icon the service does not have',
    plant: without('served', 'icon-80.png'),
    file: 'icon-80.png',
    says: 'fehlt',
  },
  {
    why: 'an icon of another size in the service',
    plant: disguised('served', 'icon-64.png', 'icon-32.png'),
    file: 'icon-64.png',
    says: '32 × 32 statt 64 × 64',
  },
  {
    why: 'a button without its large icon',
    plant: put(M, `${BUTTON}.icons.2`, undefined),
    file: M,
    says: 'kein Symbol mit 80 Pixeln',
  },
  {
    why: 'a menu entry without its small icon',
    plant: put(M, `${ITEM}.icons.0`, undefined),
    file: M,
    says: 'kein Symbol mit 16 Pixeln',
  },
  {
    why: 'a group without its middle icon',
    plant: put(M, 'extensions.0.ribbons.0.tabs.0.groups.0.icons.1', undefined),
    file: M,
    says: '„kompassGroup“ in Word hat kein Symbol mit 32 Pixeln',
  },
  {
    why: 'an address of another size than said',
    plant: put(M, `${BUTTON}.icons.0.url`, `${SERVICE}/manifest/icons/icon-32.png`),
    file: M,
    says: 'hat 32 Pixel, angegeben sind 16',
  },
  {
    why: 'an address of no icon',
    plant: put(M, `${BUTTON}.icons.0.url`, `${SERVICE}/manifest/icons/icon-17.png`),
    file: M,
    says: 'gibt es im Dienst nicht',
  },
  {
    why: 'a button of the XML manifest without its large icon',
    plant: swap(WORD_365, '<bt:Image size="80" resid="Icon.80"/>', ''),
    file: WORD_365,
    says: 'kein Symbol mit 80 Pixeln',
  },
  {
    why: 'an icon for older Word of another size than said',
    plant: put(
      M,
      'extensions.0.alternates.0.alternateIcons.highResolutionIcon.url',
      `${SERVICE}/manifest/icons/icon-32.png`,
    ),
    file: M,
    says: 'hat 32 Pixel, angegeben sind 64',
  },
  {
    why: 'an icon of the XML manifest that is too large',
    plant: swap(WORD, 'icon-32.png', 'icon-80.png'),
    file: WORD,
    says: 'hat 80 Pixel, angegeben sind 32',
  },
  {
    why: 'a high resolution icon of low resolution',
    plant: swap(WORD, 'icon-64.png', 'icon-32.png'),
    file: WORD,
    says: 'hat 32 Pixel, angegeben sind 64',
  },

  // XML
  { why: 'no manifest for the catalogue', plant: without('word', WORD), file: WORD, says: 'Die Datei fehlt' },
  { why: 'broken XML', plant: swap(WORD, '</Hosts>', ''), file: WORD, says: 'kein gültiges XML' },
  {
    why: 'buttons for a catalogue that takes none',
    plant: swap(
      WORD,
      '</Permissions>',
      '</Permissions><VersionOverrides xmlns="http://schemas.microsoft.com/office/taskpaneappversionoverrides"/>',
    ),
    file: WORD,
    says: 'Kataloge im eigenen Haus nehmen sie nicht an',
  },
  {
    why: 'a reference to no resource',
    plant: swap(WORD_365, '<Label resid="Button.Label"/>', '<Label resid="Button.Lable"/>'),
    file: WORD_365,
    says: '„Button.Lable“ gibt es nicht',
  },
  {
    why: 'an icon referring to no resource',
    plant: swap(WORD_365, 'size="16" resid="Icon.16"', 'size="16" resid="Icon.17"'),
    file: WORD_365,
    says: '„Icon.17“ gibt es nicht',
  },
  {
    why: 'a resource nobody refers to',
    plant: swap(WORD_365, '<bt:ShortStrings>', '<bt:ShortStrings><bt:String id="Left.Over" DefaultValue="x"/>'),
    file: WORD_365,
    says: '„Left.Over“ braucht niemand',
  },
  {
    why: 'a resource twice',
    plant: swap(WORD_365, 'bt:String id="Menu.Item"', 'bt:String id="Button.Label"'),
    file: WORD_365,
    says: '„Button.Label“ kommt zweimal vor',
  },
  {
    why: 'two controls of one id in XML',
    plant: swap(WORD_365, 'id="Kompass.MenuCheck"', 'id="Kompass.Button"'),
    file: WORD_365,
    says: '„Kompass.Button“ kommt zweimal vor',
  },
  {
    why: 'an id longer than Office takes',
    plant: swap(WORD_365, /Menu\.Item/g, 'Menu.Item.That.Is.Called.By.A.Long.Name'),
    file: WORD_365,
    says: 'mehr als 32 Zeichen',
  },
  {
    why: 'more of Word than LTSC 2021 has',
    plant: swap(WORD, 'Name="WordApi" MinVersion="1.3"', 'Name="WordApi" MinVersion="1.4"'),
    file: WORD,
    says: 'Word LTSC 2021 kann nicht mehr',
  },
  {
    why: 'less of Word than the pane needs',
    plant: put(M, 'extensions.0.requirements.capabilities.0.minVersion', '1.1'),
    file: M,
    says: 'der Bereich braucht 1.3',
  },
  {
    why: 'no need of Word at all',
    plant: swap(WORD, /<Set Name="WordApi"[^>]*\/>/, ''),
    file: WORD,
    says: 'Verlangt wird WordApi (nichts)',
  },

  // Form
  { why: 'no manifest', plant: without('teams', M), file: M, says: 'Die Datei fehlt' },
  {
    why: 'a manifest without a part',
    plant: put(M, 'localizationInfo', undefined),
    file: M,
    says: 'localizationInfo fehlt',
  },
]

test.each(MISTAKES)('$why', ({ plant, file, says }) => {
  const found = checkPackages(plant(right), VERSION)
  expect(found).toContainEqual({ file, message: expect.stringContaining(says) })
})

test('nothing is found where nothing is planted', () => {
  expect(checkPackages(right, VERSION)).toEqual([])
})

test('signing in by the bot is right as well', () => {
  const planted = put(
    M,
    'webApplicationInfo.resource',
    'api://kompass.musterstadt.example/botid-00000000-0000-4000-8000-000000000003',
  )
  expect(checkPackages(planted(right), VERSION)).toEqual([])
})

test('what is found speaks to people: whole sentences in German', () => {
  for (const { plant } of MISTAKES)
    for (const { message } of checkPackages(plant(right), VERSION)) expect(message).toMatch(/^[A-ZÄÖÜa-z„].*[.]$/)
})
