// The page script's door: an unlisted script that the worker registers for enabled sites and injects into tabs already open.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startOnce } from '../../lib/page/once.ts'
import { startPage } from '../../lib/page/page.ts'

export default defineUnlistedScript(() => startOnce(startPage))
