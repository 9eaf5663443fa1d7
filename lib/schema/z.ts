// The one door to zod: the small build, with code generation off because extension pages forbid `new Function`.
import * as z from 'zod/mini'

z.config({ jitless: true })

export { z }
