// The picker's door: an unlisted script that the worker runs in a page only when a lead points at what a profile should read.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { startPicker } from '../../lib/page/picker.ts'

export default defineUnlistedScript(() => startPicker())
