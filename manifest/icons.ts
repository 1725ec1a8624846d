/** Icons inside the package for Microsoft 365, and what they must be; see https://aka.ms/teams-icons. */
export const PACKAGE_ICONS = [
  { file: 'color.png', pixels: 192 },
  { file: 'outline.png', pixels: 32 },
] as const

/** Icons Word fetches from the service. 16, 32 and 80 are demanded of a button, 64 is the large one of the XML manifest. */
export const SERVED_ICONS = [
  { file: 'icon-16.png', pixels: 16 },
  { file: 'icon-32.png', pixels: 32 },
  { file: 'icon-64.png', pixels: 64 },
  { file: 'icon-80.png', pixels: 80 },
] as const

/** The sizes every button of Word needs. */
export const BUTTON_SIZES = [16, 32, 80] as const

/** Where the service serves them, below its own address. */
const ICON_PATH = '/manifest/icons/'

export const iconUrl = (service: string, pixels: (typeof SERVED_ICONS)[number]['pixels']): string =>
  `${service}${ICON_PATH}icon-${pixels}.png`

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Width, height and whether there is transparency, from the header of a PNG; undefined: it is none. */
export function readPng(bytes: Uint8Array): { width: number; height: number; alpha: boolean } | undefined {
  if (bytes.length < 33 || SIGNATURE.some((byte, index) => bytes[index] !== byte)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const colorType = view.getUint8(25)
  return { width: view.getUint32(16), height: view.getUint32(20), alpha: colorType === 4 || colorType === 6 }
}
