import { BLUE } from './blocks.js'
import type { Sheet } from './sheet.js'

/** Height of the coloured band at the top of the page. */
export const BAND = 92

/** The band with a compass; both are decoration and say nothing. */
export function drawBand(sheet: Sheet, margin: number): void {
  const x = sheet.width - margin - 30
  const y = BAND / 2
  sheet.decorate(pdf => {
    pdf.rect(0, 0, sheet.width, BAND).fill(BLUE)
    pdf.lineWidth(2).circle(x, y, 28).stroke('#ffffff')
    pdf.save().rotate(35, { origin: [x, y] })
    pdf.polygon([x, y - 21], [x + 7, y], [x - 7, y]).fill('#ffffff')
    pdf
      .lineWidth(1.2)
      .polygon([x, y + 21], [x + 7, y], [x - 7, y])
      .stroke('#ffffff')
    pdf.restore()
    for (const angle of [0, 90, 180, 270]) {
      pdf.save().rotate(angle, { origin: [x, y] })
      pdf
        .lineWidth(1.5)
        .moveTo(x, y - 28)
        .lineTo(x, y - 24)
        .stroke('#ffffff')
        .restore()
    }
  })
}
