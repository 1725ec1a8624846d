import type { Detector } from '../detector.js'

export const ipAddress: Detector = {
  kind: 'IP_ADDRESS',
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
