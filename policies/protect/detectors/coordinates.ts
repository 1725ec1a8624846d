import type { Detector } from '../detector.js'

export const coordinates: Detector = {
  kind: 'COORDINATES',
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
