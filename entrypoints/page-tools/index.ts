// The tools' door: an unlisted script that the worker runs in a page when its launcher is first touched or text is to be inserted.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { offerTools } from '../../lib/page/toolbox.ts'
import { createTools } from '../../lib/page/tools.ts'

export default defineUnlistedScript(() => offerTools(createTools))
