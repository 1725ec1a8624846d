import type { PackageConfig } from './config.js'

/** The pages of the service the packages lead to; addresses as in addin/tab/route.ts. */
export type TabName = 'heute' | 'pruefen'

type Place = Pick<PackageConfig, 'service' | 'kommune'>

export const tabPage = (place: Place, name: TabName): string => `${place.service}/tab/${whose(place)}#/${name}`

/** Nothing of our own behind `#`: Office adds to the address. */
export const panePage = (place: Place): string => `${place.service}/pane/${whose(place)}`

/** Where several share a service, a page must know whose sign-in to ask for. */
const whose = ({ kommune }: Place): string => (kommune === undefined ? '' : `?kommune=${kommune}`)
