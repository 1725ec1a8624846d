import type { StorageTarget } from '../../../bot/storage/target.js'

export const targetOf = (place = ''): StorageTarget =>
  place.startsWith('postgresql:') ? { kind: 'postgres', url: place } : { kind: 'sqlite', file: place }

export const placeOf = (target: StorageTarget): string => (target.kind === 'sqlite' ? target.file : target.url)
