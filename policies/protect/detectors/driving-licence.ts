import type { Detector } from '../detector.js'

export const drivingLicence: Detector = {
  kind: 'DRIVING_LICENCE',
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
