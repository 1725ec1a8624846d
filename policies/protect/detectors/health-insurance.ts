import type { Detector } from '../detector.js'

export const healthInsurance: Detector = {
  kind: 'HEALTH_INSURANCE',
  class: 'D3',
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
