// A picture as it was drawn on, in new pixels: cut to the frame, the boxes filled in. What lies under a box, or outside the frame, is in none of them.
import { boxesInside, type Drawing } from '../../lib/domain/picture-areas.ts'
import { limits } from '../../lib/schema/ids.ts'

/** Base64, as the worker takes it, which encodes it once more. Throws a sentence where that is not possible. */
export function drawPicture(picture: HTMLImageElement, drawing: Drawing): string {
  const { x, y, width, height } = drawing.crop
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) throw new Error('This browser cannot draw. The picture is as it was.')
  pen.drawImage(picture, x, y, width, height, 0, 0, width, height)
  pen.fillStyle = '#000'
  for (const box of boxesInside(drawing)) pen.fillRect(box.x, box.y, box.width, box.height)
  for (const type of ['image/webp', 'image/jpeg']) {
    for (const quality of [0.95, 0.85, 0.7]) {
      const address = canvas.toDataURL(type, quality)
      const base64 = address.slice(address.indexOf(',') + 1)
      // A browser that cannot write the type answers a PNG.
      if (address.startsWith(`data:${type}`) && base64.length <= limits.imageBase64) return base64
    }
  }
  throw new Error('The picture cannot be made small enough to be kept. It is as it was; cut it smaller.')
}
