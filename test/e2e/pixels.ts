// What a picture shows, read from its own pixels.
import type { Locator } from 'playwright-core'

export interface Pixels {
  width: number
  height: number
  /** Red, green, blue and opacity of each place that was asked for. */
  at: number[][]
}

/** Places in pixels of the picture itself. */
export function pixelsOf(image: Locator, places: [x: number, y: number][]): Promise<Pixels> {
  return image.evaluate(async (element, asked) => {
    const picture = element as HTMLImageElement
    await picture.decode()
    const { naturalWidth: width, naturalHeight: height } = picture
    const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d')!
    pen.drawImage(picture, 0, 0)
    return { width, height, at: asked.map(([x, y]) => [...pen.getImageData(x, y, 1, 1).data]) }
  }, places)
}

/** As dark as an encoder leaves black. */
export const isBlack = ([red = 255, green = 255, blue = 255, opacity]: number[]) => Math.max(red, green, blue) <= 8 && opacity === 255
