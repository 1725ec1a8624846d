import type { Detector } from '../detector.js'

export const licensePlate: Detector = {
  kind: 'LICENSE_PLATE',
  class: 'D2',
  replaceable: 'identifier',
  source: '',
  context: [],
  stage: 'value',
  *find() {},
  examples: {
    found: [],
    ignored: [],
  },
}
