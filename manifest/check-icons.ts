import { shownIn } from './controls.js'
import { BUTTON_SIZES, PACKAGE_ICONS, readPng, SERVED_ICONS } from './icons.js'
import { type Finding, MANIFEST, type Parts } from './parts.js'

/** Files that are there, of the right size; sizes that every button needs; addresses that lead to a file of that size. */
export function checkIcons({ manifest, files, word }: Parts): readonly Finding[] {
  const { color, outline } = manifest.icons
  return [
    ...PACKAGE_ICONS.flatMap(({ file, pixels }) => ofFile(file === 'color.png' ? color : outline, pixels, files.teams)),
    ...transparent(outline, files.teams),
    ...SERVED_ICONS.flatMap(({ file, pixels }) => ofFile(file, pixels, files.served)),
    ...shownIn(manifest).flatMap(({ id, icons }) => [
      ...missingSizes(
        MANIFEST,
        id,
        icons.map(({ size }) => size),
      ),
      ...icons.flatMap(({ url, size }) => served(MANIFEST, url, size)),
    ]),
    ...alternateIcons(manifest).flatMap(({ url, size }) => served(MANIFEST, url, size)),
    ...word.flatMap(({ file, icons: [icon = '', large = ''], controls }) => [
      ...served(file, icon, 32),
      ...served(file, large, 64),
      ...controls.flatMap(({ id, sizes }) => missingSizes(file, id, sizes)),
    ]),
  ]
}

const alternateIcons = ({ extensions }: Parts['manifest']) =>
  extensions.flatMap(({ alternates }) =>
    alternates.flatMap(({ alternateIcons: { icon, highResolutionIcon } }) => [icon, highResolutionIcon]),
  )

function ofFile(file: string, pixels: number, files: ReadonlyMap<string, Uint8Array>): readonly Finding[] {
  const bytes = files.get(file)
  if (!bytes) return [{ file, message: 'Das Symbol fehlt.' }]
  const png = readPng(bytes)
  if (!png) return [{ file, message: 'Das Symbol ist kein PNG.' }]
  return png.width === pixels && png.height === pixels
    ? []
    : [{ file, message: `Das Symbol hat ${png.width} × ${png.height} statt ${pixels} × ${pixels} Pixel.` }]
}

/** Teams puts the outline on its own colours. */
function transparent(file: string, files: ReadonlyMap<string, Uint8Array>): readonly Finding[] {
  const png = readPng(files.get(file) ?? new Uint8Array())
  return png && !png.alpha ? [{ file, message: 'Das Umrisssymbol hat keinen durchsichtigen Grund.' }] : []
}

const missingSizes = (file: string, id: string, sizes: readonly number[]): readonly Finding[] =>
  BUTTON_SIZES.filter(size => !sizes.includes(size)).map(size => ({
    file,
    message: `„${id}“ in Word hat kein Symbol mit ${size} Pixeln.`,
  }))

function served(file: string, url: string, pixels: number): readonly Finding[] {
  const name = url.slice(url.lastIndexOf('/') + 1)
  const icon = SERVED_ICONS.find(({ file: known }) => known === name)
  if (!icon) return [{ file, message: `Das Symbol ${url} gibt es im Dienst nicht.` }]
  return icon.pixels === pixels
    ? []
    : [{ file, message: `Das Symbol ${url} hat ${icon.pixels} Pixel, angegeben sind ${pixels}.` }]
}
