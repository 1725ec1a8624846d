/** The pages of the service the packages lead to; addresses as in addin/tab/route.ts. */
export type TabName = 'heute' | 'pruefen'

export const tabPage = (service: string, name: TabName): string => `${service}/tab/#/${name}`

/** Without anything behind: Office adds its own `?` and `#` to it. */
export const panePage = (service: string): string => `${service}/pane/`
