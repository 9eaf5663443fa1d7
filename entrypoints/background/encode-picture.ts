// A capture of the browser, or a picture that was drawn on, made small: cut, scaled and encoded anew, so that no metadata stays. Refuses what cannot be made small enough.
import { hashOf } from '../../lib/db/content-hash.ts'
import { fromBase64, toBase64 } from '../../lib/domain/base64.ts'
import { limits } from '../../lib/schema/ids.ts'
import { type Image, ImageType } from '../../lib/schema/proof.ts'
import { Refusal } from './refusal.ts'

const widest = 1600
/** Each smaller than the one before: scale, then quality. */
const tries = [
  [1, 0.85],
  [1, 0.6],
  [0.75, 0.6],
  [0.5, 0.5],
] as const

/** Parts of the width that are cut off: the rail is no evidence. */
export interface Cut {
  left: number
  right: number
}

/** A data address, or only its base64. */
export async function encodePicture(dataUrl: string, { left, right }: Cut): Promise<Image> {
  // Decoded by hand: our own policy lets the worker fetch no data address.
  const given = fromBase64(dataUrl.slice(dataUrl.indexOf(',') + 1))
  const bitmap = await createImageBitmap(new Blob([given]))
  const from = { x: Math.round(bitmap.width * left), width: Math.round(bitmap.width * (1 - left - right)) }
  for (const [scale, quality] of tries) {
    const factor = Math.min(1, widest / from.width) * scale
    const [width, height] = [Math.max(1, Math.round(from.width * factor)), Math.max(1, Math.round(bitmap.height * factor))]
    const canvas = new OffscreenCanvas(width, height)
    canvas.getContext('2d', { alpha: false })?.drawImage(bitmap, from.x, 0, from.width, bitmap.height, 0, 0, width, height)
    const blob = await smallest(canvas, quality)
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const base64 = toBase64(bytes)
    if (base64.length > limits.imageBase64) continue
    return { hash: await hashOf(bytes), type: ImageType.parse(blob.type), width, height, base64 }
  }
  throw new Refusal('invalid', 'This picture cannot be made small enough to be sent. Nothing was kept. Make the window smaller, then take it again.')
}

/** A browser that cannot write WebP answers a PNG. */
async function smallest(canvas: OffscreenCanvas, quality: number): Promise<Blob> {
  const blob = await canvas.convertToBlob({ type: 'image/webp', quality })
  return blob.type === 'image/webp' ? blob : canvas.convertToBlob({ type: 'image/jpeg', quality })
}
