import { XmlDocument, XmlParseError } from 'libxml2-wasm'

/** An XML manifest as read. */
export type WordManifest = {
  readonly file: string
  readonly id: string
  readonly version: string
  /** In all languages. */
  readonly names: readonly string[]
  readonly descriptions: readonly string[]
  readonly permissions: string
  readonly appDomains: readonly string[]
  readonly page: string
  /** Icon and high resolution icon. */
  readonly icons: readonly string[]
  /** Every other address of the file. */
  readonly urls: readonly string[]
  readonly leastWordApi: string
  /** Whether it has buttons, which catalogues of a house do not take. */
  readonly overrides: boolean
  /** What elements refer to, and the resources there are. */
  readonly references: readonly string[]
  readonly resources: readonly { readonly id: string; readonly value: string }[]
  readonly controls: readonly { readonly id: string; readonly sizes: readonly number[] }[]
  readonly shortTexts: readonly string[]
  readonly longTexts: readonly string[]
}

export type WordResult =
  | { readonly ok: true; readonly word: WordManifest }
  | { readonly ok: false; readonly message: string }

const NAMESPACES = {
  o: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  v: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
}

export function readWordManifest(file: string, xml: string): WordResult {
  try {
    const document = XmlDocument.fromString(xml)
    try {
      return { ok: true, word: wordIn(file, document) }
    } finally {
      document.dispose()
    }
  } catch (error) {
    if (error instanceof XmlParseError) return { ok: false, message: 'Die Datei ist kein gültiges XML.' }
    throw error
  }
}

function wordIn(file: string, document: XmlDocument): WordManifest {
  const all = (path: string): readonly string[] => document.find(path, NAMESPACES).map(({ content }) => content)
  const one = (path: string): string => all(path)[0] ?? ''
  const texts = (path: string): readonly string[] => [
    ...all(`${path}/@DefaultValue`),
    ...all(`${path}/*[local-name()="Override"]/@Value`),
  ]
  return {
    file,
    id: one('/o:OfficeApp/o:Id'),
    version: one('/o:OfficeApp/o:Version'),
    names: texts('/o:OfficeApp/o:DisplayName'),
    descriptions: texts('/o:OfficeApp/o:Description'),
    permissions: one('/o:OfficeApp/o:Permissions'),
    appDomains: all('/o:OfficeApp/o:AppDomains/o:AppDomain'),
    page: one('/o:OfficeApp/o:DefaultSettings/o:SourceLocation/@DefaultValue'),
    icons: [one('/o:OfficeApp/o:IconUrl/@DefaultValue'), one('/o:OfficeApp/o:HighResolutionIconUrl/@DefaultValue')],
    urls: [...all('/o:OfficeApp/o:SupportUrl/@DefaultValue'), ...texts('//bt:Url'), ...texts('//bt:Images/bt:Image')],
    leastWordApi: one('/o:OfficeApp/o:Requirements/o:Sets/o:Set[@Name="WordApi"]/@MinVersion'),
    overrides: document.find('//v:VersionOverrides', NAMESPACES).length > 0,
    references: all('//@resid'),
    resources: resourcesIn(document),
    controls: controlsIn(document),
    shortTexts: texts('//bt:ShortStrings/bt:String'),
    longTexts: texts('//bt:LongStrings/bt:String'),
  }
}

const resourcesIn = (document: XmlDocument): WordManifest['resources'] =>
  document.find('//v:Resources/*/*', NAMESPACES).map(resource => ({
    id: resource.get('@id')?.content ?? '',
    value: resource.get('@DefaultValue')?.content ?? '',
  }))

/** Groups and buttons, with the sizes of their icons. */
const controlsIn = (document: XmlDocument): WordManifest['controls'] =>
  document.find('//v:Group | //v:Control', NAMESPACES).map(control => ({
    id: control.get('@id')?.content ?? '',
    sizes: control.find('v:Icon/bt:Image/@size', NAMESPACES).map(({ content }) => Number(content)),
  }))
