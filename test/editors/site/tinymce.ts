// TinyMCE in its classic form: the editable is the body of a frame that the editor makes.
import tinymce from 'tinymce'
import 'tinymce/icons/default'
import 'tinymce/themes/silver'
import 'tinymce/models/dom'
import 'tinymce/plugins/lists'
import 'tinymce/plugins/link'
import 'tinymce/skins/ui/oxide/skin'
import 'tinymce/skins/ui/oxide/content'
import 'tinymce/skins/content/default/content'
import { draftHtml, htmlEditor, type Mount } from './editor.ts'

export const mount: Mount = async (place) => {
  const target = document.createElement('textarea')
  target.value = draftHtml
  place.append(target)
  const [editor] = await tinymce.init({
    target,
    license_key: 'gpl',
    plugins: 'lists link',
    skin: 'oxide',
    content_css: 'default',
    promotion: false,
    branding: false,
  })
  return htmlEditor(
    () => editor!.getBody(),
    () => editor!.getContent(),
  )
}
